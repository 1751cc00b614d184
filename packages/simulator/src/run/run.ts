import { DwellError, TICK_MS, badInput, toIso, type SimTime } from '@dwell/core';
import { RESPONSES, responseById, responseInfo } from '../response/catalogue.ts';
import { NO_BLAST } from '../response/response.ts';
import type { ResponseParams, ResponseState } from '../response/types.ts';
import type { ResponseCard, ResponsePreview } from '../router/types.ts';
import type { Playbook } from '../scenario/playbook.ts';
import type { DayFrame } from '../world/day-frame.ts';
import type { WorldApi } from '../world/world-api.ts';
import { World, type Checkpoint, type WorldInput } from '../world/world.ts';
import { Ahead } from './ahead.ts';
import { applyCommand } from './apply-command.ts';
import { Bots } from './bots.ts';
import { checkCommand } from './check-command.ts';
import type { Command, CommandRequest } from './command.ts';
import type { DomainEvent, HourFrame } from './frame.ts';
import { hourFrame } from './hour-frame.ts';
import { shopTotals } from './shop-totals.ts';
import { packSnapshot, unpackSnapshot, type Snapshot } from './snapshot.ts';
import { summarise, type WorldSummary } from './summarise.ts';

export type RunInput = WorldInput;

const NO_ALERTS: ReadonlySet<string> = new Set();

export type RunOptions = {
  /** The world log so far; commands later than now are applied when their time comes. */
  commands?: readonly Command[];
  /** A bot team that acts through commands of its own. Leave out on replay: its commands are in the log. */
  playbook?: Playbook;
  onDay?: (frame: DayFrame) => void;
  onHour?: (hour: HourFrame) => void;
  onEvent?: (event: DomainEvent) => void;
  /** Called with each command a bot gives, stamped, so that it is logged like a person's. */
  onCommand?: (command: Command) => void;
  /** Hour frames and events are kept in memory unless this is false. */
  keep?: boolean;
  /** A checkpoint is made each day unless this is false. */
  checkpoints?: boolean;
  /**
   * Asked about each logged command that the world as it stands would not take; true leaves it out.
   * Without it a log is applied as it is: what was taken once is taken again.
   */
  refuse?: (command: Command, why: DwellError) => boolean;
};

/**
 * A run: one execution of a scenario. A pure function of (scenario, seed, scale, engine, world log).
 * `advance` moves it on; commands take effect at the tick they are stamped with.
 */
export class Run {
  readonly input: RunInput;
  readonly world: World;
  readonly events: DomainEvent[] = [];
  readonly hours: HourFrame[] = [];
  readonly #options: RunOptions;
  readonly #commands: Command[];
  readonly #bots: Bots | null;
  #applied = 0;
  #ahead: { now: SimTime; from: number; view: Ahead } | null = null;

  constructor(input: RunInput, options: RunOptions = {}) {
    this.input = input;
    this.#options = options;
    this.#commands = [...(options.commands ?? [])];
    const keep = options.keep !== false;
    this.world = new World(input, {
      ...(options.onDay ? { day: options.onDay } : {}),
      ...(options.checkpoints === false && { checkpoints: false }),
      ...(keep || options.onHour
        ? {
            hour: (world: World, rows: Int32Array) => {
              const frame = hourFrame(world, rows);
              if (keep) this.hours.push(frame);
              options.onHour?.(frame);
            },
          }
        : {}),
      event: (event) => {
        if (keep) this.events.push(event);
        this.#bots?.onEvent(event);
        options.onEvent?.(event);
      },
    });
    this.#bots = options.playbook ? new Bots(options.playbook) : null;
  }

  /** Simulated time reached; always a whole tick. */
  get now(): SimTime {
    return this.world.now;
  }

  get commands(): readonly Command[] {
    return this.#commands;
  }

  get checkpoints(): readonly Checkpoint[] {
    return this.world.checkpoints;
  }

  /**
   * Checks a request and stamps it for the next tick. Nothing has happened yet: append the command to
   * the log, then `accept` it. Errors (exit 2): `RESPONSE`, `PARAM`, and those of the response itself.
   */
  submit(request: CommandRequest): Command {
    this.#check(request);
    return { ...request, sequence: this.#commands.length + 1, at: this.now };
  }

  #check(request: CommandRequest): void {
    checkCommand(this.ahead(), request);
  }

  /**
   * The world with what is in the log but has not reached its tick: in an exercise people go on while
   * the clock stands. The world itself where nothing waits, or nobody plays.
   */
  ahead(): WorldApi {
    const { world } = this;
    if (!world.state.exercise || this.#applied === this.#commands.length) return world;
    if (this.#ahead?.now !== world.now || this.#ahead.from !== this.#applied)
      this.#ahead = { now: world.now, from: this.#applied, view: new Ahead(world) };
    this.#ahead.view.take(this.#commands.slice(this.#applied));
    return this.#ahead.view;
  }

  /** Takes a logged command in; it is applied when its tick is reached. Errors: `LOG_CONFLICT`. */
  accept(command: Command): void {
    if (command.sequence !== this.#commands.length + 1 || command.at < this.now) {
      throw badInput(
        'LOG_CONFLICT',
        `command ${command.sequence} at ${command.at} does not follow ${this.#commands.length} at ${this.now}`,
        'world log',
        'read the log again and stamp the command anew',
      );
    }
    this.#commands.push(command);
  }

  /** Names of rules whose alerts a bot waits for. */
  awaitedAlerts(): ReadonlySet<string> {
    return this.#bots?.awaitedAlerts() ?? NO_ALERTS;
  }

  /** Tells the bots of an alert. Alerts are no part of the world: only what is done about them is. */
  tellAlert(rule: string, at: SimTime): void {
    const values = { rule };
    this.#bots?.onEvent({ at, kind: 'alert.raised', visibility: 'shop', values });
  }

  /** Runs ticks until simulated time `to` (rounded down to a tick), or until a bot has given a command if that is asked for. */
  advance(to: SimTime, { untilCommand = false } = {}): void {
    const { world } = this;
    const given = this.#commands.length;
    while (world.now + TICK_MS <= to) {
      if (untilCommand && this.#commands.length > given) return;
      this.#bots?.due(this, (command) => {
        this.#commands.push(command);
        this.#options.onCommand?.(command);
      });
      while (
        this.#applied < this.#commands.length &&
        this.#commands[this.#applied]!.at <= world.now
      ) {
        const command = this.#commands[this.#applied++]!;
        if (!this.#isRefused(command)) applyCommand(world, command);
      }
      world.step();
    }
  }

  #isRefused(command: Command): boolean {
    const { refuse } = this.#options;
    if (!refuse) return false;
    try {
      checkCommand(this.world, command);
      return false;
    } catch (error) {
      if (!(error instanceof DwellError) || error.exit !== 2) throw error;
      return refuse(command, error);
    }
  }

  responses(): readonly ResponseState[] {
    return this.world.state.responses;
  }

  /** The catalogue with prices, and what is not available just now. */
  catalogue(): ResponseCard[] {
    return RESPONSES.map((response) => {
      const reason = response.unavailable?.(this.world) ?? null;
      return {
        ...responseInfo(response, this.world.knobs),
        available: reason === null,
        ...(reason ? { reason } : {}),
      };
    });
  }

  /** What a response would cost and hit if it were asked for now. Errors as `submit`. */
  preview(id: string, params: ResponseParams): ResponsePreview {
    this.#check({ by: '', role: '', body: { do: 'respond', response: id, params } });
    const response = responseById(id);
    const info = responseInfo(response, this.world.knobs, params);
    return {
      info,
      params,
      leadMs: info.leadMs,
      priceWon: info.priceWon,
      effectiveAt: this.now + info.leadMs,
      blast: { ...NO_BLAST, ...response.blast(this.world, params) },
      totals: shopTotals(this.world.knobs),
    };
  }

  /** Checksum of everything up to now; equal for equal runs in any process. */
  checksum(): string {
    return this.world.checksum();
  }

  /** Saves the run at this tick, without its commands (they are in the log) and kept hours. */
  snapshot(): Snapshot {
    return packSnapshot(this.world, this.#applied);
  }

  /** A run that goes on from a snapshot under the same input. Errors: `SNAPSHOT` when it belongs to another run. */
  static restore(input: RunInput, snapshot: Snapshot, options: RunOptions = {}): Run {
    const run = new Run(input, options);
    run.#applied = unpackSnapshot(run.world, snapshot);
    return run;
  }

  summary(): WorldSummary {
    return summarise(this.world);
  }

  /** Local ISO form of a simulated time of this run. */
  iso(at: SimTime): string {
    return toIso(this.input.scenario.calendar, at);
  }
}
