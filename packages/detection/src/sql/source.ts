import type { Rule } from '../ir/detection.ts';

/**
 * How a field of an event is read in SQL. All parts are expressions over a row of the rule's table.
 *
 * - `list`, `one`: events prepared by a program, which wrote what the IR's functions say of each value.
 *   `list` holds any number of values (lists without nulls), `one` at most one (null: no such value).
 * - `column`: a typed column of a view. NULL is a missing field.
 */
export type SqlField = PreparedField | ColumnField;

export type PreparedField = {
  kind: 'list' | 'one';
  /** VARCHAR: `textOf`. */
  text: string;
  /** VARCHAR: `fold` of it. */
  folded: string;
  /** DOUBLE: `numberOf`. */
  number: string;
  /** BIGINT: `momentOf`. */
  moment: string;
  /** VARCHAR: the bytes of an address, 8 or 32 lower-case hex digits. */
  address: string;
  /** BOOLEAN: the field is there. */
  present: string;
  /** BOOLEAN: it is not there, or one of its values is null. */
  isNull: string;
  /** VARCHAR: the folded texts of all values, one a line; null when there is no such column. */
  lines: string | null;
};

export type ColumnField = {
  kind: 'column';
  expr: string;
  /** `time` is a TIMESTAMP and stands for the number of its epoch milliseconds; `ip` is an address as text. */
  type: ColumnFieldType;
};
export type ColumnFieldType = 'text' | 'integer' | 'boolean' | 'time' | 'ip';

/** Where the events are and how their parts are read. */
export type SqlSource = {
  /** The table or view with the events a rule is about, or null: there are none. */
  table(rule: Rule): string | null;
  /** Null: no event has such a field. */
  field(rule: Rule, name: string): SqlField | null;
  /** Epoch milliseconds as BIGINT; NULL keeps an event out of correlations. */
  time: string;
  /** Order of arrival as BIGINT, unique in a table. */
  order: string;
  /** The fields that hold every value of an event; without it keywords match nothing. */
  keywords?(rule: Rule): readonly SqlField[];
};

/**
 * A SELECT of what a detection finds, in no order. Of a rule: `ord, time_ms` of each matching event. Of
 * a correlation: `ord, time_ms, g0, g1, …, events` of each event and group it holds at, where `g…` are
 * the group's texts and `events` is the number of events in the window.
 */
export type SqlDetection = { index: number; sql: string };
