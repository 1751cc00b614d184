import type { SimTime } from '@dwell/core';
import type {
  Bound,
  BoundName,
  History,
  Improvement,
  LossPoint,
  Outcome,
  Rating,
  Score,
  Template,
  WashLine,
} from '@dwell/scoring';
import type { PublishedRow, ReportMiss } from '@dwell/scoring/report';
import type { Bundle } from '../run/bundle.ts';
import type { Text } from '../scenario/types.ts';

/** Somebody of the team, as the case keeps them. `name` may be a pseudonym. */
export type CasePerson = {
  id: string;
  name: string;
  kind: 'trainee' | 'observer' | 'evaluator' | 'facilitator';
  roles: readonly string[];
};

/**
 * What a score needs besides the run: all plain data, no wall time in it. Together with a run's bundle
 * it is a case: the same score comes of it anywhere.
 */
export type CaseRoom = {
  title: string;
  team: string;
  ended: boolean;
  people: readonly CasePerson[];
  /** What everybody wrote alone, and at what simulated time. */
  freezes: readonly {
    question: string;
    at: SimTime | null;
    answers: readonly { by: string; low: number; high: number; confidence: number }[];
  }[];
  /** Evaluators' notes that are pinned to a time. */
  notes: readonly { by: string; at: SimTime | null; objective: string | null; text: string }[];
  ratings: readonly Rating[];
  wash: readonly WashLine[];
  improvements: readonly Improvement[];
  template: Template;
  /** People are shown under pseudonyms. */
  pseudonymous: boolean;
};

/** A run bundle with the exercise around it, its score and a signature over all of it. */
export type CaseBundle = Bundle & {
  exercise: CaseRoom;
  /** Null: made without bounds, or not scored yet. */
  score: Score | null;
  signature: { algorithm: 'ed25519'; publicKey: string; value: string } | null;
};

/** What would be different about one command of the log, or the whole of it. */
export type Change =
  /** Done this much earlier (negative) or later, ms. */
  | { do: 'shift'; sequence: number; byMs: number }
  | { do: 'at'; sequence: number; at: SimTime }
  /** Another option of a decision, or other parameters of a response. */
  | {
      do: 'instead';
      sequence: number;
      option?: string;
      params?: Readonly<Record<string, string | number>>;
    }
  | { do: 'never'; sequence: number }
  /** Something that nobody did. */
  | { do: 'add'; at: SimTime; response: string; params: Readonly<Record<string, string | number>> }
  /** Another team in the same seats. */
  | { do: 'team'; playbook: BoundName }
  /** A few of these at once, one after the other. */
  | { do: 'several'; changes: readonly Change[] };

/** What came of a change. */
export type WhatIf = {
  change: Change;
  title: Text;
  outcome: Outcome;
  loss: readonly LossPoint[];
  /** Against the team's own outcome: negative is better. */
  difference: { accounts: number; days: number | null; customerHours: number; won: number };
  /** Why, where it is not plain: the attacker moved, came back by a copy, was warned. Most important first. */
  because: readonly { code: string; at: SimTime | null; text: Text }[];
  /** Commands that could no longer be done, with the code of what stood in the way. */
  dropped: readonly { sequence: number; code: string }[];
  /** Real milliseconds that it took. */
  tookMs: number;
};

/** A decision that can be asked about, with what could have been otherwise. */
export type WhatIfOffer = {
  sequence: number;
  moment: string;
  at: SimTime;
  title: Text;
  /** Other options of a decision, or other values of a response's first parameter. */
  instead: readonly {
    option?: string;
    params?: Readonly<Record<string, string | number>>;
    title: Text;
  }[];
  /** Bounds within which it can be moved. */
  from: SimTime;
  to: SimTime;
};

/** Something that nobody did, and that could have been asked for. */
export type WhatIfSuggestion = { change: Change; title: Text };

/** The world at a moment, simulated again exactly: what the scrubber shows. */
export type MomentState = {
  at: SimTime;
  truth: {
    accountsLost: number;
    attackRequests: number;
    attackerState: string;
    sources: number;
    /** Copies of the key that still open the gateway. */
    keysAbused: readonly string[];
  };
  /** What the team could know: alerts raised, injects sent, its own estimate. */
  seen: {
    alerts: number;
    trueAlerts: number;
    injects: number;
    estimate: { low: number; high: number; confidence: number } | null;
  };
  controls: readonly { id: string; on: boolean }[];
  contactsPerDay: number;
  lockedOut: number;
  costWon: number;
  checksum: string;
};

/** A debrief as its screen draws it. */
export type Debrief = {
  history: History;
  score: Score;
  bounds: readonly Bound[];
  misses: readonly ReportMiss[];
  published: readonly PublishedRow[];
  offers: readonly WhatIfOffer[];
  /** What nobody did. */
  suggestions: readonly WhatIfSuggestion[];
};
