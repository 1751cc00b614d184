/**
 * What a detection means, once and for all back ends. Truth has two values: a comparison with a
 * field that is missing is false, and its negation true.
 *
 * A field path names a set of values in an event: the literal key first (`a.b` as one key), else the
 * keys one inside the other; arrays stand for their elements at every step, so one path may give many
 * values. A test holds for a field when it holds for any of its values. Objects are no values.
 * The text of a value: a string itself, a number as JavaScript writes it, `true` or `false`.
 */
export type Expression =
  | { kind: 'always'; value: boolean }
  | { kind: 'and' | 'or'; of: readonly Expression[] }
  | { kind: 'not'; of: Expression }
  | { kind: 'field'; field: string; test: Test }
  /** Holds when it holds for any value anywhere in the event, nested ones too; names of fields do not count. */
  | { kind: 'keyword'; test: PatternTest | RegexTest };

/** A piece of a pattern: literal text, any run of characters (also none), or exactly one character. */
export type PatternPart = { text: string } | 'any' | 'one';

/**
 * The whole text of a value against a pattern; `contains` and its like put `any` at the ends. No parts: the
 * empty text. Unless `cased`, `text` is lower case already and values are folded by `fold`. One
 * character is one Unicode code point. A null matches no pattern.
 */
export type PatternTest = { kind: 'pattern'; parts: readonly PatternPart[]; cased: boolean };

/** An RE2 expression found anywhere in the text of a value. `flags` is a subset of `ims` in that order. */
export type RegexTest = { kind: 'regex'; source: string; flags: string };

/** The text of a value is an address in the network. `bits`: prefix length; `bytes`: network address, 4 or 16 long. */
export type CidrTest = { kind: 'cidr'; bytes: readonly number[]; bits: number };

/** Numbers, and texts that are decimal numbers (`NUMBER_TEXT`); everything else compares false. */
export type CompareTest = { kind: 'compare'; op: CompareOp; value: number };
export type CompareOp = 'lt' | 'lte' | 'gt' | 'gte';

/** A part, in UTC, of a moment: an ISO 8601 text, or a number of epoch seconds (below 1e11) or milliseconds. */
export type TimePartTest = {
  kind: 'time-part';
  part: TimePart;
  op: CompareOp | 'eq';
  value: number;
};
/** `week` is the ISO week of the year, 1–53. */
export type TimePart = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** Null, or no such field. An empty array is neither. */
export type NullTest = { kind: 'null' };

/** The field is there, whatever it holds (null, an object and an empty array too). */
export type ExistsTest = { kind: 'exists' };

/** Any value's text against any text of another field of the same event. */
export type FieldRefTest = {
  kind: 'fieldref';
  field: string;
  match: 'equals' | 'startswith' | 'endswith' | 'contains';
  cased: boolean;
};

export type Test =
  | PatternTest
  | RegexTest
  | CidrTest
  | CompareTest
  | TimePartTest
  | NullTest
  | ExistsTest
  | FieldRefTest;
