import type { SimTime } from '@dwell/core';
import type { TelemetryView } from '@dwell/telemetry';
import type { Alert } from '../detection/alert-tracker.ts';
import type { ExerciseView } from '../exercise/world/view.ts';
import type { ResponseParams, ResponseState } from '../response/types.ts';
import type {
  GateView,
  KeyCard,
  LegalClockView,
  ResponseCard,
  ResponsePreview,
  Situation,
  StaffCard,
} from '../router/types.ts';
import type { ExerciseClock } from '../router/exercise-types.ts';
import type { Command, CommandRequest } from '../run/command.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ErrorOnWire } from './child.ts';
import type { CheckpointRow } from './ports.ts';

/** What a world child is started with. */
export type WorldInit = {
  scenario: Scenario;
  seed: number;
  scale: number;
  /** The whole world log. */
  commands: Command[];
  /** Folder for snapshots, disposable. */
  snapshots: string;
  /** Folder whose `telemetry/` and `labels/` take the run's own days, disposable. */
  live: string;
  /** A folder with the world as its history left it, read only; null when there is none. */
  base: string | null;
  startAt: SimTime;
  endAt: SimTime;
  /** Days 0 … firstLiveDay−1 are history, sealed elsewhere. */
  firstLiveDay: number;
  /** How much the parent has already been told. */
  known: { hours: number; events: number };
};

/** News of a world, posted after every slice of work. Checkpoints are of the days just ended. */
export type WorldPost = {
  now: SimTime;
  hoursFrom: number;
  hours: HourFrame[];
  eventsFrom: number;
  events: DomainEvent[];
  checkpoints: CheckpointRow[];
  /** Alerts that are new or went on; all of them when the world has just come back. */
  alerts: readonly Alert[];
  /** Null when unchanged. */
  responses: readonly ResponseState[] | null;
  /** The run's checksum, once at its end. */
  checksum: string | null;
  /** The world cannot go on; the child ends after this. */
  fatal: ErrorOnWire | null;
};

/** A message that says nothing new. */
export const NO_NEWS: WorldPost = {
  now: 0,
  hoursFrom: 0,
  hours: [],
  eventsFrom: 0,
  events: [],
  checkpoints: [],
  alerts: [],
  responses: null,
  checksum: null,
  fatal: null,
};

/** The state of a run as screens need it. */
export type WorldView = {
  truth: NonNullable<Situation['truth']>;
  responses: readonly ResponseState[];
  gates: GateView[];
  clocks: LegalClockView[];
  keys: KeyCard[];
  staff: StaffCard[];
  /** Null in a run without an exercise. */
  exercise: ExerciseView | null;
  /** By the law of the exercise's plan, strictest first; empty in a run without one. */
  exerciseClocks: readonly ExerciseClock[];
};

/** A world that a host drives: a child process, or a stand-in for tests. */
export interface WorldHandle {
  /** Whole ticks; how far it is known to have got. */
  readonly now: SimTime;
  /** Resolves when the world stands where its snapshot or its log puts it. */
  ready(): Promise<void>;
  /** Sets where to go; the latest target wins. */
  advance(to: SimTime): void;
  /** Goes on until something visible happens or `limit`; resolves with where it stands then. */
  stepToEvent(limit: SimTime): Promise<SimTime>;
  /** Checks a command against the world as it stands. Errors as the response says. */
  check(request: CommandRequest): Promise<void>;
  /** Hands over a logged command. Errors: `COMMAND_LATE` when its tick has passed. */
  accept(command: Command): Promise<void>;
  view(): Promise<WorldView>;
  catalogue(): Promise<ResponseCard[]>;
  preview(response: string, params: ResponseParams): Promise<ResponsePreview>;
  /** Makes the records up to now readable; resolves with how they are to be read. */
  flush(): Promise<TelemetryView>;
  end(): Promise<void>;
}
