import type { SimTime } from '@dwell/core';

/** How a measure's value reads. `ms` is simulated time; `minute` is a minute of the programme. */
export type Unit =
  | 'ms'
  | 'minute'
  | 'accounts'
  | 'count'
  | 'share'
  | 'times'
  | 'hours'
  | 'won'
  | 'points';

/** The closed list of what is measured. */
export type MeasureId =
  | 'dwell-time'
  | 'time-to-detect'
  | 'time-to-contain'
  | 'time-to-notify'
  | 'accounts-lost'
  | 'accounts-saved'
  | 'loss-ratio'
  | 'residual-forged'
  | 'first-hypothesis'
  | 'triage-precision'
  | 'triage-recall'
  | 'hints'
  | 'time-to-command'
  | 'decisions-logged'
  | 'contradictions'
  | 'outage-hours'
  | 'hold-delay'
  | 'interval-score'
  | 'interval-hit'
  | 'revision-delay'
  | 'clocks-met'
  | 'clocks-late'
  | 'items-omitted'
  | 'minimising'
  | 'guidance-lag'
  | 'secondary-harm'
  | 'cost'
  | 'alert-load'
  | 'injects-missed'
  | 'fixes'
  | 'rules-kept'
  | 'alignment'
  | 'calibration';

/** A figure with what it rests on: its evidence are ids of the history's moments. */
export type Measure = {
  id: MeasureId;
  /** Null: it could not be measured, and `why` says the reason. */
  value: number | null;
  unit: Unit;
  better: 'lower' | 'higher';
  objective: string | null;
  evidence: readonly string[];
  /** Where the figure is about a moment. */
  at: SimTime | null;
  /** Stable code such as `no-attack`, `not-contained`, `no-verdicts`; null when there is a value. */
  why: string | null;
  /** What it is made of, such as one line a clock; labels are ids. */
  parts?: readonly { of: string; value: number | null; evidence: readonly string[] }[];
};

export type Letter = 'P' | 'S' | 'M' | 'U';

/** An objective with its measures filled in, the letter they suggest, and what an evaluator said. */
export type ObjectiveRating = {
  objective: string;
  measures: readonly MeasureId[];
  /** By the measures alone; null: nothing to go by. */
  suggested: Letter | null;
  /** An evaluator's, with the words without which there is none. */
  given: Rating | null;
};

export type Rating = {
  objective: string;
  letter: Letter;
  /** What was seen. Never empty. */
  observation: string;
  /** Moments it is pinned to; one at least. */
  moments: readonly string[];
  /** Person's id. */
  by: string;
};

/** One line of a score: so many of so many points, and why. */
export type ScoreLine = {
  id: string;
  /** Points, of `of`; null: could not be told and is left out of the whole. */
  points: number | null;
  of: number;
  /** Measures or objectives it was made from. */
  from: readonly string[];
};

export type ScoreSheet = {
  template: string;
  /** 0–100 over what could be told; null: nothing could. */
  points: number | null;
  groups: readonly (ScoreLine & { lines: readonly ScoreLine[] })[];
  /** Points off for hints, taken from the whole; 0: none were. */
  hintsOff: number;
};

/** What one person did, by the log alone. */
export type Credit = {
  by: string;
  roles: readonly string[];
  queried: number;
  proposed: number;
  approved: number;
  objected: number;
  recorded: number;
  answered: number;
  verdicts: number;
  /** 0–100 by the template's weights, against the busiest at the table; null: a bot, or nobody to compare with. */
  points: number | null;
  /** How near their answers alone were to the others', 0–1; null: never asked together with somebody. */
  alignment: number | null;
  /** How well stated confidence met what came true, 0–1; null: never stated. */
  calibration: number | null;
  evidence: readonly string[];
};

/**
 * A score: `team` by what was measured alone; `official` with the letters that evaluators gave in the
 * place of those suggested, and final only when every objective has one.
 */
export type Score = {
  measures: readonly Measure[];
  objectives: readonly ObjectiveRating[];
  team: ScoreSheet;
  official: ScoreSheet & { final: boolean };
  people: readonly Credit[];
};

/** A curve from a value to a share of the points: straight between its knots, flat outside. Knots in order of value. */
export type Curve = readonly { value: number; share: number }[];

/** The acts that earn credit. */
export type Act =
  | 'queried'
  | 'proposed'
  | 'approved'
  | 'objected'
  | 'recorded'
  | 'answered'
  | 'verdicts';

/**
 * How points are given, as data. A term is a measure with a curve, or an objective by its letter.
 * Weights of a group's terms are shares of its own. A term with `only` is there in that mode alone.
 * `missing` says what a measure without a value counts as, once it is over and something was lost.
 */
export type Template = {
  name: string;
  title: { en: string; ko: string };
  about: { en: string; ko: string };
  /** Letters as shares of the points. */
  letters: { P: number; S: number; M: number; U: number };
  groups: readonly {
    id: 'outcome' | 'process' | 'learning';
    weight: number;
    terms: readonly (
      | {
          measure: MeasureId;
          weight: number;
          curve: Curve;
          missing: 'skip' | 'zero' | 'full';
          only?: 'campaign' | 'crisis';
        }
      | { objective: string; weight: number; only?: 'campaign' | 'crisis' }
    )[];
  }[];
  /** Points off for each point of price of the hints taken. */
  hintPoints: number;
  /** May teams be put in an order by it? Not where people do it for the first time. */
  ranks: boolean;
  /** Weights of acts. */
  credit: { [act in Act]: number };
  /** Roles that an act is open to; an act that is not here is open to all. */
  seats: { [act in Act]?: readonly string[] };
};
