import { badInput, DwellError, type SimTime, TICK_MS } from '@dwell/core';
import type { ResponseState } from '../response/types.ts';
import type { BuildView, ClockView } from '../router/types.ts';
import type { Command, CommandRequest } from '../run/command.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import type { Scenario } from '../scenario/types.ts';
import type { AlertBook } from './alert-book.ts';
import { clockEnded, clockTime } from './clock.ts';
import { ClockKeeper } from './clock-keeper.ts';
import { clockView } from './clock-view.ts';
import { CommandTail } from './command-tail.ts';
import type { LiveSource } from './live-feed.ts';
import { Lock } from './lock.ts';
import { Pacer, paceTarget } from './pacer.ts';
import type { RunRecord } from './ports.ts';
import type { RunHostOptions } from './run-host-options.ts';
import { RunStory } from './run-story.ts';
import type { WorldEvents } from './world-handle.ts';
import { WorldKeeper } from './world-keeper.ts';
import type { WorldHandle, WorldPost } from './world-protocol.ts';

const DRIVE_MS = 50;
const BEAT_MS = 1_000;

/**
 * A run in the hands of this process: follows both logs, keeps a world in a child process while it is
 * needed, drives it to the clock's time, and tells its watchers. Everything here can be made again
 * from the logs at any time.
 */
export class RunHost implements LiveSource {
  readonly story: RunStory;
  readonly clockKeeper: ClockKeeper;
  readonly scenario: Scenario;
  record: RunRecord;
  /** When somebody last asked for anything; wall ms. */
  usedWallMs: number;
  readonly #options: RunHostOptions;
  readonly #watchers = new Set<() => void>();
  readonly #acts = new Lock();
  #pacer = new Pacer();
  readonly #commands: CommandTail;
  readonly #keeper: WorldKeeper;
  #worldNow: SimTime = 0;
  #target: SimTime = 0;
  #held = 0;
  #timer: NodeJS.Timeout | null = null;
  #driving = false;
  #beatWallMs = 0;
  #following: Promise<void> | null = null;
  /** Nothing more will be told. */
  closed = false;

  constructor(options: RunHostOptions) {
    this.#options = options;
    this.record = options.record;
    this.scenario = JSON.parse(options.record.scenarioText) as Scenario;
    this.usedWallMs = options.wall();
    this.story = new RunStory(options.record.scale, this.scenario, options.wall);
    this.#commands = new CommandTail(options.commandLog, (command) => this.#take(command));
    this.clockKeeper = new ClockKeeper(options.clockLog, options.record, options.wall);
    this.#keeper = new WorldKeeper({
      name: `run ${this.record.id}`,
      wall: options.wall,
      begin: (events, track) => this.#begin(events, track),
      onPost: (post) => this.#onPost(post),
      onReady: (world) => this.#onReady(world),
      onGivenUp: () => void this.#giveUp().catch(() => undefined),
    });
    this.clockKeeper.onChange(() => {
      this.#changed();
      void this.#drive();
    });
  }

  /** Reads the clock; the world is started when it is needed. */
  async open(): Promise<void> {
    await this.clockKeeper.open();
  }

  get watched(): boolean {
    return this.#watchers.size > 0;
  }

  get hasWorld(): boolean {
    return this.#keeper.alive;
  }

  /** How far the world is known to have got. */
  get worldNow(): SimTime {
    return this.#worldNow;
  }

  build(): BuildView {
    return this.record.build;
  }

  get hours(): readonly HourFrame[] {
    return this.story.hours;
  }

  get events(): readonly DomainEvent[] {
    return this.story.events;
  }

  get alerts(): AlertBook {
    return this.story.alerts;
  }

  /** The world log as this process has it; see `followLog`. */
  get log(): readonly Command[] {
    return this.#commands.list;
  }

  /** Reads the world log and follows it, with or without a world. */
  async followLog(): Promise<void> {
    this.#following ??= this.hasWorld ? Promise.resolve() : this.#commands.read();
    await this.#following;
  }

  responses(): readonly ResponseState[] {
    return this.story.responses;
  }

  clock(): ClockView {
    return clockView(
      this.record,
      this.clockKeeper,
      this.#options.wall(),
      this.hasWorld ? this.#worldNow : null,
    );
  }

  watch(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  setBuild(build: BuildView): void {
    this.setRecord({ build });
  }

  setRecord(change: Partial<Pick<RunRecord, 'build' | 'checksum'>>): void {
    this.record = { ...this.record, ...change };
    this.#changed();
  }

  /** The run's world, started when there is none. Errors: `RUN_NOT_READY`, `CHILD_GONE`. */
  async world(): Promise<WorldHandle> {
    this.usedWallMs = this.#options.wall();
    if (this.record.build.state !== 'ready') {
      throw badInput(
        'RUN_NOT_READY',
        'the history of this run is not built yet',
        this.record.name,
        'wait for the build, or try it again',
      );
    }
    return this.#keeper.get();
  }

  async #begin(events: WorldEvents, track: (world: WorldHandle) => void): Promise<WorldHandle> {
    const { admit, init, startWorld } = this.#options;
    const { seed, scale, startAt, endAt } = this.record;
    await admit();
    const files = await init();
    await this.#commands.read();
    this.alerts.commands(this.#commands.list);
    const given = this.#commands.length;
    const known = { hours: this.hours.length, events: this.events.length };
    const commands = this.#commands.list.slice();
    const world = startWorld(
      { scenario: this.scenario, seed, scale, commands, startAt, endAt, ...files, known },
      events,
    );
    track(world);
    await world.ready();
    for (let n = given; n < this.#commands.length; n++) await world.accept(this.#commands.list[n]!);
    return world;
  }

  #onReady(world: WorldHandle): void {
    this.#worldNow = Math.max(this.#worldNow, world.now);
    this.#target = world.now;
    this.#pacer = new Pacer();
    this.#timer ??= setInterval(() => void this.#drive(), DRIVE_MS);
    this.#changed();
  }

  /** Waits, `maxMs` at most, until the world has come to where the clock stood when this was asked. */
  async caughtUp(maxMs: number): Promise<void> {
    const to = this.clockKeeper.time() - TICK_MS;
    const deadline = this.#options.wall() + maxMs;
    while (this.#worldNow < to && this.#options.wall() < deadline && this.hasWorld) {
      await new Promise((resolve) => setTimeout(resolve, DRIVE_MS));
    }
  }

  /** Ends the world; the clock log and the world log say all that is needed to go on. */
  async rest(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#keeper.rest();
    if (this.watched) return;
    this.story.forget();
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.#keeper.world) await this.#beat(true).catch(() => undefined);
    await this.#keeper.close();
    await this.rest();
    this.#commands.close();
    this.clockKeeper.close();
    this.#changed();
    this.#watchers.clear();
  }

  /** Sends the world after the clock, and lets the clock give way when the world cannot follow. */
  async #drive(): Promise<void> {
    const { world } = this.#keeper;
    if (this.#driving || this.#held > 0 || !world) return;
    this.#driving = true;
    try {
      const wallMs = this.#options.wall();
      const { state, floor } = this.clockKeeper;
      const clockNow = clockTime(state, this.record, wallMs);
      const sample = { wallMs, clock: state, clockNow, worldNow: this.#worldNow, floor };
      const action = this.#pacer.check(sample);
      if (action) await this.clockKeeper.append((now) => (now.playing ? action : null));
      if (this.#held > 0) return;
      this.#target = Math.max(this.#target, paceTarget(sample));
      world.advance(this.#target);
      if (state.playing) await this.#beat(false);
    } catch {
      // A log that cannot be written just now is tried again at the next turn.
    } finally {
      this.#driving = false;
    }
  }

  /** Notes, once a second, that a playing run is in hand, and how far it has got. */
  async #beat(always: boolean): Promise<void> {
    const wallMs = this.#options.wall();
    if (!always && wallMs - this.#beatWallMs < BEAT_MS) return;
    this.#beatWallMs = wallMs;
    const at = Math.min(this.clockKeeper.time(), this.#worldNow + TICK_MS);
    await this.#options.clockLog.beat({ wallMs, at });
  }

  #onPost(post: WorldPost): void {
    if (post.fatal) {
      process.stderr.write(`run ${this.record.id}: ${post.fatal.what} · ${post.fatal.where}\n`);
      return;
    }
    this.#worldNow = Math.max(this.#worldNow, post.now);
    this.story.take(post);
    const { runStore } = this.#options;
    const failed = () => undefined;
    if (post.checkpoints.length > 0)
      runStore.addCheckpoints(this.record.id, post.checkpoints).catch(failed);
    if (post.checksum !== null && this.record.checksum !== post.checksum) {
      this.record = { ...this.record, checksum: post.checksum };
      runStore.update(this.record.id, { checksum: post.checksum }).catch(failed);
    }
    this.#changed();
  }

  /** A world that dies again and again is left alone, its clock paused where it last stood. */
  async #giveUp(): Promise<void> {
    const at = this.#worldNow;
    await this.clockKeeper.append((state) => (state.playing ? { do: 'resume', at } : null));
    await this.clockKeeper.append((state) => (state.playing ? { do: 'pause' } : null));
  }

  /** A command that is in the log: handed to the world, or the world is made anew when it came late. */
  #take(command: Command): void {
    this.alerts.command(command);
    this.#changed();
    const { world } = this.#keeper;
    if (!world) return;
    const late =
      command.at < Math.floor(Math.max(this.#target, this.#worldNow) / TICK_MS) * TICK_MS;
    const rollBack = () => void this.#rollBack(command.at).catch(() => undefined);
    if (late) rollBack();
    // A world that has just died reads the log when it is started again.
    else
      world
        .accept(command)
        .catch(
          (error: unknown) =>
            error instanceof DwellError && error.code === 'LOG_CONFLICT' && rollBack(),
        );
  }

  async #rollBack(at: SimTime): Promise<void> {
    await this.rest();
    this.#options.forget(at - 1);
    this.story.rollBack(at);
    this.#worldNow = 0;
    this.#target = 0;
    await this.world();
  }

  /**
   * Checks, stamps, logs and hands over a command. The world waits meanwhile, so that the stamp, the
   * next tick after everything it has done, still holds when the log has taken the command.
   */
  act(request: CommandRequest): Promise<Command> {
    const stamp = (lastAt: SimTime) => this.#stamp(request, lastAt);
    return this.#acts.run(() =>
      this.#holding(() => this.#commands.append(stamp, this.record.name)),
    );
  }

  async #holding<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
    }
  }

  async #stamp(request: CommandRequest, lastAt: SimTime): Promise<Omit<Command, 'sequence'>> {
    const world = await this.world();
    if (clockEnded(this.clockKeeper.state, this.record, this.#options.wall())) {
      throw badInput(
        'RUN_ENDED',
        'this run is over',
        this.record.name,
        'fork it at an earlier time to try something else',
      );
    }
    await world.check(request);
    const reached = Math.max(this.clockKeeper.time(), this.#target, this.#worldNow);
    return { ...request, at: Math.max(lastAt, (Math.floor(reached / TICK_MS) + 1) * TICK_MS) };
  }

  /** Lets the world run on to the next visible event and says where that is. */
  stepToEvent(limit: SimTime): Promise<SimTime> {
    return this.#acts.run(() =>
      this.#holding(async () => {
        const world = await this.world();
        const at = await world.stepToEvent(limit);
        this.#target = Math.max(this.#target, at);
        return at;
      }),
    );
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
