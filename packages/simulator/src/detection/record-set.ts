import type { Scalar } from '@dwell/detection';

/** A field of few values: what a code stands for; undefined where the field is missing. */
export type CodedField = {
  kind: 'codes';
  codes: ArrayLike<number>;
  values: readonly (Scalar | undefined)[];
};

/** A field whose value is made row by row. `number`: the integer behind it, for keys; NaN where it is missing. */
export type RowField = {
  kind: 'rows';
  value: (row: number) => Scalar | undefined;
  number?: (row: number) => number;
  /** The text of a key made by `number`. */
  text?: (key: number) => string;
};

/** A field that says the same in every record. */
export type ConstantField = { kind: 'constant'; value: Scalar };

export type RecordField = CodedField | RowField | ConstantField;

/** Log records of one table as rules see them, by the names of the table's view. */
export type RecordSet = {
  table: string;
  length: number;
  /** Number of its first record among those shown together; row n is record `base + n`. */
  base: number;
  /** UTC epoch milliseconds. */
  time: (row: number) => number;
  /** Ground truth: is it an attack's record? Only ever counted, never shown to trainees. */
  attack: (row: number) => boolean;
  /** Null: no such field, or a control that is not on. */
  field: (name: string) => RecordField | null;
  /** Names of all fields, for keywords. */
  names: readonly string[];
};

/** The value of a field in a row; undefined where it is missing. */
export function valueAt(field: RecordField | null, row: number): Scalar | undefined {
  if (field === null) return undefined;
  if (field.kind === 'constant') return field.value;
  return field.kind === 'codes' ? field.values[field.codes[row]!] : field.value(row);
}
