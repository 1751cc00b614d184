import type { CompareOp, Expression } from './expression.ts';
import type { Position } from './problem.ts';

export type Level = 'informational' | 'low' | 'medium' | 'high' | 'critical';
export type Status = 'stable' | 'test' | 'experimental' | 'deprecated' | 'unsupported';
export type LogSource = { category?: string; product?: string; service?: string };

/** What rules and correlations have in common, as their file says it. */
export type About = {
  id: string | null;
  name: string | null;
  title: string;
  description: string | null;
  status: Status | null;
  level: Level | null;
  /** Such as `attack.t1606`. */
  tags: readonly string[];
  falsePositives: readonly string[];
  references: readonly string[];
  /** Everything else the file says, as plain JSON. */
  custom: Readonly<Record<string, unknown>>;
  file: string;
  /** Where its document starts. */
  position: Position;
};

/** A detection of single events. */
export type Rule = About & {
  kind: 'rule';
  logSource: LogSource;
  condition: Expression;
  /** Fields the author wants shown with a match. */
  fields: readonly string[];
};

export const CORRELATION_TYPES = [
  'event_count',
  'value_count',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
  'temporal',
  'temporal_ordered',
] as const;

export type CorrelationType = (typeof CORRELATION_TYPES)[number];

/** All bounds must hold (a range is two). */
export type Bound = { op: CompareOp | 'eq' | 'neq'; value: number };

/**
 * A detection over a sliding window of event time `(t − timespan, t]`, per group, looked at each time a
 * matching event comes: it holds *at that event* or not.
 *
 * - event_count: matching events in the window. value_count: distinct texts of `field` in them
 *   (folded; events without a value of it count nothing and are not looked at).
 *   value_sum, value_avg, value_percentile, value_median: of the numbers of `field`; events without a
 *   number are not looked at. Sums count whole parts exactly and fractions to six decimal places, and
 *   hold numbers to ±1e30: they do not depend on the order. value_percentile: the share, in percent, of
 *   the window's other values that lie below the current one (0 when it is alone). value_median of an
 *   even number of values is the mean of the two in the middle.
 * - temporal: how many of the rules have an event in the window; without bounds, all of them.
 * - temporal_ordered: the event is of the last rule, and the window has events of all rules before it,
 *   one after the other in their order (by time, then by order of arrival; one event serves one rule).
 */
export type Correlation = About & {
  kind: 'correlation';
  type: CorrelationType;
  /** As the file names them: an id or a name. */
  rules: readonly string[];
  /** Fields or aliases; an event without a value in one of them belongs to no group. Empty: one group. */
  groupBy: readonly string[];
  timespanMs: number;
  bounds: readonly Bound[];
  /** Of value_*: the field or alias whose values are taken. */
  field: string | null;
  /** Alias → reference of a rule → field. */
  aliases: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether the rules it refers to also report on their own. */
  generate: boolean;
};

/** Narrows rules of others: their condition and this one. Applied by `link`. */
export type Filter = About & {
  kind: 'filter';
  logSource: LogSource;
  rules: readonly string[] | 'any';
  condition: Expression;
};

export type Document = Rule | Correlation | Filter;

/**
 * Rules with filters applied and references resolved. `members` of a correlation are places in
 * `detections`, in the order of its `rules`; what a detection refers to stands before it.
 */
export type Linked = {
  detections: readonly LinkedDetection[];
};

export type LinkedDetection = (
  | { rule: Rule; correlation: null; members: null }
  | { rule: null; correlation: LinkedCorrelation; members: readonly number[] }
) & {
  /** False when it only serves a correlation that does not ask for it to report on its own. */
  reports: boolean;
};

/** A correlation whose aliases are resolved per member. */
export type LinkedCorrelation = Correlation & {
  /** Per member: the fields of the group, in the order of `groupBy`. */
  groupFields: readonly (readonly string[])[];
  /** Per member: the field whose values are taken, or null. */
  valueFields: readonly (string | null)[];
};
