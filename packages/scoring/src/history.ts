import type { Calendar, SimTime } from '@dwell/core';

/** Words in both languages. */
export type Text = { en: string; ko: string };

/** Somebody who acted. Their names play no part in any figure. */
export type Actor = { id: string; name: string; roles: readonly string[]; bot: boolean };

/** What somebody did, or what reached them, at a moment: what every figure points back to. */
export type MomentKind =
  | 'read'
  | 'answer'
  | 'propose'
  | 'agree'
  | 'object'
  | 'decision'
  | 'response'
  | 'declare'
  | 'verdict'
  | 'assign'
  | 'deploy'
  | 'file'
  | 'issue'
  | 'evidence'
  | 'hypothesis'
  | 'estimate'
  | 'action'
  | 'note'
  | 'chat'
  | 'hint'
  | 'control'
  /** Things that happened by themselves. */
  | 'inject'
  | 'missed'
  | 'alert'
  | 'attack'
  | 'world';

/** One thing on the time axis, in the order in which it happened. */
export type Moment = {
  /** Its place: `c12` for the twelfth command, `e7` for the seventh event, `a:rule/3` for an alert. Stable on replay. */
  id: string;
  at: SimTime;
  lane: 'happened' | 'seen' | 'done';
  kind: MomentKind;
  /** Actor's id; null: nobody. */
  by: string | null;
  /** Role acted for. */
  role: string | null;
  /** What it is about: an inject, a decision, a response, a rule, a form. */
  subject: string;
  /** A sentence that says what, without names of people. */
  text: Text;
};

export type Verdict = 'true' | 'false' | 'benign';

export type HistoryAlert = {
  moment: string;
  rule: string;
  at: SimTime;
  /** Ground truth: a record of the attack is behind it. */
  attack: boolean;
  /** The verdict that stands at the end; null: none was given. */
  verdict: { verdict: Verdict; at: SimTime; moment: string } | null;
};

export type HistoryInject = {
  id: string;
  subject: Text;
  objectives: readonly string[];
  matters: boolean;
  sentAt: SimTime | null;
  metAt: SimTime | null;
  missedAt: SimTime | null;
  /** Moments: sent, read, answered, missed. */
  moments: readonly string[];
};

/** A decision as it was taken: who proposed it, with what, who agreed and who did not. */
export type HistoryDecision = {
  /** The proposal's moment. */
  moment: string;
  /** A decision's id, a response's, `declare`, or a form's. */
  act: string;
  option: string | null;
  title: Text;
  at: SimTime;
  /** Null: it never took effect. */
  effectiveAt: SimTime | null;
  by: string;
  agreed: readonly string[];
  objected: readonly string[];
  /** Was it said why, how sure, and by what evidence? */
  why: boolean;
  confidence: number | null;
  evidence: number;
  /** Moments of agreement and objection. */
  moments: readonly string[];
};

export type HistoryEstimate = {
  moment: string;
  at: SimTime;
  by: string;
  low: number;
  high: number;
  /** Percent. */
  confidence: number;
  /** Accounts lost by then: truth. */
  truth: number;
};

export type HistoryHypothesis = {
  moment: string;
  at: SimTime;
  by: string;
  tag: string;
  confidence: number;
  /** Ground truth of this scenario. */
  correct: boolean;
};

export type HistoryFinding = {
  code: string;
  kind: 'missing' | 'minimising' | 'over-claim' | 'contradiction' | 'early' | 'wrong';
  severity: 'minor' | 'major';
  quote: string | null;
  explanation: Text;
};

export type HistoryDocument = {
  moment: string;
  at: SimTime;
  by: string;
  form: string;
  title: Text;
  audience: 'regulator' | 'people' | 'market' | 'press' | 'staff';
  /** Fields as written, in the form's order. */
  fields: readonly { id?: string; label: Text; text: string }[];
  findings: readonly HistoryFinding[];
};

export type HistoryClock = {
  rule: string;
  title: Text;
  source: string;
  startsAt: SimTime | null;
  dueAt: SimTime | null;
  metAt: SimTime | null;
  state: 'not_started' | 'open' | 'met' | 'late' | 'missed';
  /** Of the filing that met it. */
  moment: string | null;
};

/** What everybody wrote alone when time stood still. */
export type HistoryFreeze = {
  question: string;
  at: SimTime | null;
  truth: number;
  answers: readonly { by: string; low: number; high: number; confidence: number }[];
};

export type HistoryPhase = {
  id: string;
  title: Text;
  /** Minutes of the programme, and the simulated time mapped to them; null where the clock stands. */
  minutes: { from: number; to: number };
  sim: { from: SimTime; to: SimTime } | null;
};

export type HistoryObjective = {
  id: string;
  title: Text;
  measure: Text;
  ratings: { p: Text; s: Text; m: Text; u: Text };
};

/** Distinct accounts lost so far, full scale: one entry at each change, thinned; it never falls. */
export type LossPoint = { at: SimTime; accounts: number };

/** What a run came to: the team's, a bound's, or one that did not happen. Full scale. */
export type Outcome = {
  /** Accounts lost in all, and before the exercise's own time began. */
  accountsLost: number;
  lostBefore: number;
  /** Accounts lost after the first alert with an attack behind it; null: there was none. */
  lostAfterFirstAlert: number | null;
  attackStartedAt: SimTime | null;
  firstTrueAlertAt: SimTime | null;
  /** The earliest of a true verdict and a declaration. */
  detectedAt: SimTime | null;
  /** From when no forged request succeeded any more; null: they still did at the end. */
  containedAt: SimTime | null;
  attackEndedAt: SimTime | null;
  daysUndetected: number | null;
  /** Forged requests that succeeded after the first act of containment took effect. */
  residualForged: number;
  customerHoursLockedOut: number;
  lostOrders: number;
  supportContacts: number;
  secondaryHarm: number;
  costWon: number;
  fineWon: { low: number; high: number } | null;
};

export type BoundName = 'nothing' | 'written' | 'expert';
export type Bound = { name: BoundName; outcome: Outcome; loss: readonly LossPoint[] };

/**
 * A history, finished or running, in scoring's own words: everything that a score is made from. Times
 * are simulated ms since the run's start, counts full scale. How it came about is nobody's business here.
 */
export type History = {
  calendar: Calendar;
  scale: number;
  mode: 'campaign' | 'crisis';
  /** Accounts that there are to lose, full scale. */
  members: number;
  /** When the exercise's own time began, and how far it got. */
  from: SimTime;
  to: SimTime;
  ended: boolean;
  actors: readonly Actor[];
  phases: readonly HistoryPhase[];
  objectives: readonly HistoryObjective[];
  /** In order of time, then of place. */
  moments: readonly Moment[];
  alerts: readonly HistoryAlert[];
  injects: readonly HistoryInject[];
  decisions: readonly HistoryDecision[];
  hypotheses: readonly HistoryHypothesis[];
  estimates: readonly HistoryEstimate[];
  documents: readonly HistoryDocument[];
  clocks: readonly HistoryClock[];
  freezes: readonly HistoryFreeze[];
  hints: readonly { moment: string; inject: string; price: number }[];
  /** When the team can be shown to have known; when it said so; when logs were first held; when people were told and given guidance. */
  awareAt: SimTime | null;
  declaredAt: SimTime | null;
  commandedAt: { at: SimTime; moment: string } | null;
  heldAt: { at: SimTime; moment: string } | null;
  toldAt: { at: SimTime; moment: string } | null;
  guidedAt: { at: SimTime; moment: string } | null;
  /** When a fact came in that should have changed the number, and when the number was changed. */
  newFacts: readonly {
    at: SimTime;
    moment: string;
    revised: { at: SimTime; moment: string } | null;
  }[];
  /** Rules the team put to work: do they hold when played against the same seed again? */
  rules: readonly {
    rule: string;
    moment: string;
    holds: boolean;
    precision: number;
    firstAt: SimTime | null;
  }[];
  /** Improvements with an owner, a date and a measure. */
  improvements: readonly { id: string; complete: boolean; regression: boolean }[];
  loss: readonly LossPoint[];
  outcome: Outcome;
  /** Empty while they are being run. */
  bounds: readonly Bound[];
};
