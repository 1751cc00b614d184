import { fold, numberOf, textOf, type Scalar } from '@dwell/detection';
import { ipText } from '@dwell/telemetry';
import { valueAt, type RecordSet } from './record-set.ts';

/** Fields that have an integer behind them in every record, by table. */
const INTEGERS: Readonly<Record<string, readonly string[]>> = {
  http_activity: ['src_ip', 'src_ip_number', 'token_uid', 'target_uid', 'actor_user_uid'],
  authentication: ['src_ip', 'src_ip_number', 'token_uid', 'user_uid'],
  api_activity: ['src_ip', 'src_ip_number', 'target_uid'],
  datastore_activity: ['src_ip', 'src_ip_number'],
};

/** Has a field an integer behind it in every record of a table? */
export const isInteger = (table: string, field: string) => (INTEGERS[table] ?? []).includes(field);

/** The integers behind a field, NaN where it is missing; null when there are none. */
export function integersOf(records: RecordSet, name: string): ((row: number) => number) | null {
  const field = records.field(name);
  return field?.kind === 'rows' ? (field.number ?? null) : null;
}

/** One member of a detection: the table it reads and the fields that make its group. */
export type KeyFields = { table: string; fields: readonly string[] };

/** Groups of a detection: an integer where one field gives it, else the texts of all fields. */
export type KeyMaker = {
  /** The field whose integer is the key; null when keys are texts. */
  integer: string | null;
  /** The group of a row, or null when a field is missing. */
  of(records: RecordSet): (row: number) => string | number | null;
  /** The texts behind a key, in the order of the fields. */
  texts(key: string | number): readonly string[];
};

const EVERYTHING = '[]';

/** A key maker for members that must agree on what a group is. `fields` of each member are in the same order. */
export function keyMaker(members: readonly KeyFields[], member: number): KeyMaker {
  const own = members[member]!.fields;
  const single = (m: KeyFields) => m.fields.length === 1 && isInteger(m.table, m.fields[0]!);
  if (members.length > 0 && members.every(single)) {
    const name = own[0]!;
    return {
      integer: name,
      of: (records) => {
        const number = integersOf(records, name);
        if (!number) return () => null;
        return (row) => {
          const key = number(row);
          return Number.isNaN(key) ? null : key;
        };
      },
      texts: (key) => [name === 'src_ip' ? ipText(Number(key)) : String(key)],
    };
  }
  return { integer: null, of: (records) => textKey(records, own), texts: keyTexts };
}

function textKey(records: RecordSet, names: readonly string[]): (row: number) => string | null {
  if (names.length === 0) return () => EVERYTHING;
  const fields = names.map((name) => records.field(name));
  const [only] = fields;
  if (fields.length === 1 && only?.kind === 'codes') {
    const { codes, values } = only;
    const keys = values.map((value) => keyOf([value]));
    return (row) => keys[codes[row]!] ?? null;
  }
  return (row) => keyOf(fields.map((field) => valueAt(field, row)));
}

/** The key of the values of a group's fields; null when one is missing. */
function keyOf(values: readonly (Scalar | undefined)[]): string | null {
  const texts: string[] = [];
  for (const value of values) {
    const text = value === undefined ? null : textOf(value);
    if (text === null) return null;
    texts.push(text);
  }
  return groupKey(texts);
}

/** The key of a group by its texts. */
export function groupKey(texts: readonly string[]): string {
  return texts.length === 0 ? EVERYTHING : JSON.stringify(texts);
}

/** The texts of a key made by `groupKey`. */
export function keyTexts(key: string | number): readonly string[] {
  return JSON.parse(String(key)) as string[];
}

/** What a value_* correlation takes of a row; null: nothing, and the row is not looked at. */
export type ValueMaker = (records: RecordSet) => (row: number) => string | number | null;

/** Distinct values: an integer or the folded text. */
export function distinctValue(name: string): ValueMaker {
  return (records) => {
    const field = records.field(name);
    const number = integersOf(records, name);
    if (number) {
      return (row) => {
        const value = number(row);
        return Number.isNaN(value) ? null : value;
      };
    }
    return (row) => {
      const value = valueAt(field, row);
      const text = value === undefined ? null : textOf(value);
      return text === null ? null : fold(text);
    };
  };
}

/** The number of a field. */
export function numberValue(name: string): ValueMaker {
  return (records) => {
    const field = records.field(name);
    return (row) => {
      const value = valueAt(field, row);
      return value === undefined ? null : numberOf(value);
    };
  };
}
