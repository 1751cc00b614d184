import { DAY_MS, HOUR_MS, MINUTE_MS, type SimTime, TICK_MS } from '@dwell/core';
import type { TelemetryView } from '@dwell/telemetry';
import type { Alert } from '../detection/alert-tracker.ts';
import { LiveWatch } from '../detection/live-watch.ts';
import type { ResponseParams, ResponseState } from '../response/types.ts';
import type { ResponseCard, ResponsePreview } from '../router/types.ts';
import type { Command, CommandRequest } from '../run/command.ts';
import { ENGINE } from '../run/engine-version.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import { Run } from '../run/run.ts';
import type { Snapshot } from '../run/snapshot.ts';
import type { DayFrame } from '../world/day-frame.ts';
import type { LiveStore } from './live-store.ts';
import { Lock } from './lock.ts';
import { askedResponses, pendingResponses } from './pending-responses.ts';
import { segmentDays } from './day-job.ts';
import { saveRun } from './save-run.ts';
import { latestWorld, snapshotKey } from './snapshot-file.ts';
import { telemetryView } from './telemetry-view.ts';
import { NO_NEWS, type WorldInit, type WorldPost, type WorldView } from './world-protocol.ts';
import { worldView } from './world-view.ts';

/** Frames and events in one message at most. */
const POST_MAX = 500;
/** Simulated time between two looks at the mail: about 10 ms of work. */
const SLICE_MS = 12 * HOUR_MS;
/** Snapshots are written at the end of a simulated day, but no more often than this. */
const SNAPSHOT_WALL_MS = 1_000;
/** Deployed rules look at a day in the making this often at most, or when the world has caught up. */
const LOOK_WALL_MS = 300;

/**
 * A run inside its child process: advances in slices towards a target, seals each of its own days,
 * saves itself at the ends of days, and tells its parent what is new.
 */
export class WorldRunner {
  readonly #init: WorldInit;
  readonly #store: LiveStore;
  readonly #post: (post: WorldPost) => void;
  readonly #run: Run;
  readonly #watch: LiveWatch;
  readonly #lock = new Lock();
  readonly #segmentDays: number;
  #finished: DayFrame[] = [];
  /** Whole days that wait to be sealed together, in order. */
  #unsealed: DayFrame[] = [];
  #before: DayFrame | null = null;
  #target: SimTime = 0;
  #pumping: Promise<void> | null = null;
  #sent: { hours: number; events: number; checkpoints: number; responses: unknown };
  /** Alerts to be told with the next news. */
  #alerts: Alert[] = [];
  #lookedWallMs = 0;
  #ended = false;
  #savedWallMs = 0;
  #responsesText = '';
  #responsesNow: readonly ResponseState[] = [];

  constructor(init: WorldInit, store: LiveStore, post: (post: WorldPost) => void) {
    this.#init = init;
    this.#store = store;
    this.#segmentDays = segmentDays(init.scale);
    this.#post = post;
    const { scenario, seed, scale, commands } = init;
    const input = { scenario, seed, scale };
    const options = { commands, onDay: (frame: DayFrame) => this.#finished.push(frame) };
    const keyAt = (at: SimTime) => this.#key(at);
    const saved =
      latestWorld(init.snapshots, keyAt) ??
      (init.base === null ? null : latestWorld(init.base, keyAt));
    this.#run = saved
      ? Run.restore(input, saved.snapshot as Snapshot, options)
      : new Run(input, options);
    if (saved) {
      this.#run.hours.push(...saved.hours);
      this.#run.events.push(...saved.events);
    }
    this.#watch = new LiveWatch(this.#run);
    if (saved?.watch) this.#watch.restore(saved.watch);
    this.#alerts = [...this.#watch.alerts];
    this.#sent = { ...init.known, checkpoints: 0, responses: null };
  }

  /** Brings the world to where the exercise begins, or where the last snapshot left it. */
  async init(): Promise<SimTime> {
    this.#target = Math.max(this.#target, this.#init.startAt);
    await this.#pump();
    this.#news();
    return this.#run.now;
  }

  advance(to: SimTime): void {
    this.#target = Math.max(this.#target, Math.min(to, this.#init.endAt));
    // Two messages may come in one go: the second finds slices that are over, but not yet put away.
    void this.#pump().then(() => (this.#behind(this.#target) ? this.#pump() : undefined));
  }

  #pump(): Promise<void> {
    this.#pumping ??= this.#slices().finally(() => {
      this.#pumping = null;
    });
    return this.#pumping;
  }

  async #slices(): Promise<void> {
    while (this.#behind(this.#target)) {
      await this.#lock.run(() => this.#slice(this.#target));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #behind(target: SimTime): boolean {
    return this.#run.now + TICK_MS <= target;
  }

  /** One slice: up to the next local midnight at most, so that days are sealed as they end. */
  async #slice(target: SimTime): Promise<void> {
    const run = this.#run;
    run.advance(Math.min(target, run.now + SLICE_MS, this.#nextMidnight(run.now)));
    this.#lookAtFinished();
    await this.#sealFinished(target - run.now > DAY_MS);
    if (Date.now() - this.#lookedWallMs >= LOOK_WALL_MS || !this.#behind(target)) this.#look();
    this.#news();
  }

  /** Shows the days that have ended to the deployed rules. */
  #lookAtFinished(): void {
    for (const frame of this.#finished) {
      const end = (frame.firstTick + frame.ticks) * TICK_MS;
      this.#alerts.push(...this.#watch.look(frame, this.#epoch(end)));
    }
  }

  /** Shows today so far to the deployed rules. */
  #look(): void {
    const { world, now } = this.#run;
    const news = world.frame.ticks > 0 ? this.#watch.look(world.frame, this.#epoch(now)) : [];
    this.#alerts.push(...news);
    this.#lookedWallMs = Date.now();
  }

  #epoch(at: SimTime): number {
    return this.#init.scenario.calendar.startMs + at;
  }

  #nextMidnight(now: SimTime): SimTime {
    const { startMs, offsetMinutes } = this.#init.scenario.calendar;
    const local = startMs + offsetMinutes * MINUTE_MS + now;
    return now + DAY_MS - (local % DAY_MS);
  }

  /**
   * Seals the days that have ended, each at once, or a few together while the world hurries after a
   * far target; a segment costs the same whether it holds a day or ten.
   */
  async #sealFinished(hurried: boolean): Promise<void> {
    for (const frame of this.#finished) {
      this.#before = frame;
      if (frame.day >= this.#init.firstLiveDay && !this.#store.sealed(frame.day))
        this.#unsealed.push(frame);
    }
    const ended = this.#finished.length > 0;
    this.#finished = [];
    if (hurried && this.#unsealed.length < this.#segmentDays) return;
    await this.#sealAll();
    // What lies before the exercise is quick to do again.
    const worthIt = ended && this.#run.now > this.#init.startAt - DAY_MS;
    if (worthIt && Date.now() - this.#savedWallMs >= SNAPSHOT_WALL_MS) this.#save();
  }

  async #sealAll(): Promise<void> {
    const frames = this.#unsealed;
    this.#unsealed = [];
    // A day that is sealed already may lie between two that are not.
    for (let from = 0, to = 0; from < frames.length; from = to) {
      while (to < frames.length && frames[to]!.day - frames[from]!.day === to - from) to++;
      await this.#store.seal(frames.slice(from, to));
    }
  }

  #key(at: SimTime): string {
    const { scenario, seed, scale } = this.#init;
    const commands = this.#run ? this.#run.commands : this.#init.commands;
    return snapshotKey({ engine: ENGINE, scenarioHash: scenario.hash, seed, scale, commands, at });
  }

  /** A snapshot may be missing at any time, so one that cannot be written is no reason to stop. */
  #save(): void {
    try {
      saveRun(this.#init.snapshots, this.#run, this.#watch);
    } catch (error) {
      process.stderr.write(`snapshot not written: ${String(error)}\n`);
    }
    this.#savedWallMs = Date.now();
  }

  #news(): void {
    const run = this.#run;
    const { hours, events } = this.#sent;
    // A world that comes back with months behind it tells them in pieces that are quick to take in.
    if (run.hours.length > hours + POST_MAX || run.events.length > events + POST_MAX) {
      this.#piece(
        run.hours.slice(hours, hours + POST_MAX),
        run.events.slice(events, events + POST_MAX),
      );
      this.#news();
      return;
    }
    const ended = run.now >= this.#init.endAt && !this.#ended;
    this.#ended ||= ended;
    const responses = this.#responses();
    const { checkpoints } = run;
    this.#post({
      now: run.now,
      hoursFrom: hours,
      hours: run.hours.slice(hours),
      eventsFrom: events,
      events: run.events.slice(events),
      checkpoints: checkpoints
        .slice(this.#sent.checkpoints)
        .map(({ day, at, chain, state }) => ({ day, at, chain, state })),
      alerts: this.#alerts.splice(0),
      responses: responses === this.#sent.responses ? null : responses,
      checksum: ended ? run.checksum() : null,
      fatal: null,
    });
    this.#sent = {
      hours: Math.max(hours, run.hours.length),
      events: Math.max(events, run.events.length),
      checkpoints: checkpoints.length,
      responses,
    };
  }

  #piece(hours: HourFrame[], events: DomainEvent[]): void {
    const from = this.#sent;
    this.#post({ ...NO_NEWS, hoursFrom: from.hours, hours, eventsFrom: from.events, events });
    this.#sent = { ...from, hours: from.hours + hours.length, events: from.events + events.length };
  }

  /** Runs until something that the shop can see happens, or (to the hour) a deployed rule alerts; `limit` at the latest. */
  stepToEvent(limit: SimTime): Promise<SimTime> {
    return this.#lock.run(async () => {
      const run = this.#run;
      const seen = run.events.length;
      const happened = () => run.events.slice(seen).some((event) => event.visibility === 'shop');
      let alerted = false;
      while (!happened() && !alerted && this.#behind(Math.min(limit, this.#init.endAt))) {
        const stop = Math.min(limit, this.#nextMidnight(run.now), run.now + HOUR_MS);
        while (!happened() && this.#behind(stop)) run.advance(run.now + TICK_MS);
        const told = this.#alerts.length;
        this.#lookAtFinished();
        this.#look();
        alerted = this.#alerts.length > told;
        await this.#sealFinished(true);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await this.#sealFinished(false);
      this.#news();
      return run.now;
    });
  }

  /** Errors: those of the response; `WITHDRAW` when there is nothing to take back. */
  check(request: CommandRequest): void {
    const { body } = request;
    // What was asked for while the clock stands has not reached its tick, but may be taken back.
    const waiting =
      body.do === 'withdraw' &&
      pendingResponses(this.#run).some(
        (response) => response.commandSequence === body.sequence && response.state === 'in-flight',
      );
    if (!waiting) this.#run.submit(request);
  }

  accept(command: Command): void {
    this.#run.accept(command);
    this.#news();
  }

  /** The world's responses, and those whose tick has not come yet. One object until something changes. */
  #responses(): readonly ResponseState[] {
    const text = JSON.stringify(askedResponses(this.#run));
    if (text !== this.#responsesText) {
      this.#responsesText = text;
      this.#responsesNow = JSON.parse(text) as ResponseState[];
    }
    return this.#responsesNow;
  }

  view(): WorldView {
    return { ...worldView(this.#run, this.#before), responses: this.#responses() };
  }

  catalogue(): ResponseCard[] {
    return this.#run.catalogue();
  }

  /** What a response would do. Asked for now, it counts from the next tick. */
  preview(response: string, params: ResponseParams): ResponsePreview {
    const preview = this.#run.preview(response, params);
    return { ...preview, effectiveAt: preview.effectiveAt + TICK_MS };
  }

  /** Makes today's records readable up to now, and says how they are to be read. */
  flush(): Promise<TelemetryView> {
    return this.#lock.run(async () => {
      const { world, now } = this.#run;
      await this.#sealAll();
      if (world.frame.ticks > 0) await this.#store.flush(world.frame);
      return telemetryView(world.state, this.#init.scenario, now);
    });
  }

  checksum(): string {
    return this.#run.checksum();
  }
}
