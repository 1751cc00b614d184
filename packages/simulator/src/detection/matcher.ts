import {
  fold,
  textOf,
  valueTest,
  type Expression,
  type FieldRefTest,
  type Scalar,
  type Test,
} from '@dwell/detection';
import { withRows, type Rows } from './row-pool.ts';
import { valueAt, type RecordField, type RecordSet } from './record-set.ts';

type Holds = (value: Scalar | undefined) => boolean;

/** An expression made ready for columns: what is asked of a field's codes is answered once per code. */
type Node =
  | { kind: 'always'; value: boolean }
  | { kind: 'and' | 'or'; of: readonly Node[] }
  | { kind: 'not'; of: Node }
  | { kind: 'atom'; field: string; holds: Holds; answers: WeakMap<object, Uint8Array> }
  | { kind: 'reference'; field: string; test: FieldRefTest }
  | { kind: 'keyword'; holds: Holds };

function holdsFor(test: Exclude<Test, FieldRefTest>): Holds {
  if (test.kind === 'exists') return (value) => value !== undefined;
  if (test.kind === 'null') return (value) => value === undefined || value === null;
  const holds = valueTest(test);
  return (value) => value !== undefined && holds(value);
}

function prepare(expression: Expression): Node {
  switch (expression.kind) {
    case 'always':
      return expression;
    case 'and':
    case 'or':
      return { kind: expression.kind, of: expression.of.map(prepare) };
    case 'not':
      return { kind: 'not', of: prepare(expression.of) };
    case 'keyword':
      return { kind: 'keyword', holds: holdsFor(expression.test) };
    case 'field': {
      const { field, test } = expression;
      if (test.kind === 'fieldref') return { kind: 'reference', field, test };
      return { kind: 'atom', field, holds: holdsFor(test), answers: new WeakMap() };
    }
  }
}

/** Says which records of a set an expression holds for: column by column, dictionary codes first. */
export class Matcher {
  readonly #root: Node;

  constructor(expression: Expression) {
    this.#root = prepare(expression);
  }

  /** Gives `work` the rows it holds for, in order: the first `count` of the array, which is used again afterwards. */
  match(records: RecordSet, work: (rows: Rows, count: number) => void): void {
    withRows(records.length, (rows) => {
      rows.set(everyRow(records.length));
      work(rows, narrow(this.#root, records, rows, records.length));
    });
  }
}

let counting: Rows = new Uint32Array();

/** The rows 0 to `length` - 1. */
function everyRow(length: number): Rows {
  if (counting.length < length)
    counting = Uint32Array.from({ length: length * 2 }, (_, row) => row);
  return counting.subarray(0, length);
}

/** Keeps, in place and in order, the rows for which a node holds; returns how many. */
function narrow(node: Node, records: RecordSet, rows: Rows, count: number): number {
  switch (node.kind) {
    case 'always':
      return node.value ? count : 0;
    case 'and': {
      let left = count;
      for (const part of inOrder(node.of, records)) {
        if (left > 0) left = narrow(part, records, rows, left);
      }
      return left;
    }
    case 'or':
      return either(node.of, records, rows, count);
    case 'not':
      return withRows(count, (inner) => {
        inner.set(rows.subarray(0, count));
        return without(rows, count, inner, narrow(node.of, records, inner, count));
      });
    case 'atom':
      return narrowAtom(node, records, rows, count);
    case 'reference': {
      const [a, b] = [records.field(node.field), records.field(node.test.field)];
      return keep(rows, count, (row) => refers(node.test, valueAt(a, row), valueAt(b, row)));
    }
    case 'keyword': {
      const fields = records.names.map((name) => records.field(name));
      return keep(rows, count, (row) => fields.some((field) => node.holds(valueAt(field, row))));
    }
  }
}

/** The cheap parts first: what they rule out, the others need not look at. */
function inOrder(nodes: readonly Node[], records: RecordSet): readonly Node[] {
  const price = (node: Node) =>
    node.kind === 'atom' && records.field(node.field)?.kind !== 'rows' ? 0 : 1;
  return nodes.toSorted((a, b) => price(a) - price(b));
}

/** What no part holds for goes from the rest; what is then not in the rest stays. */
function either(nodes: readonly Node[], records: RecordSet, rows: Rows, count: number): number {
  return withRows(count, (rest) =>
    withRows(count, (part) => {
      rest.set(rows.subarray(0, count));
      let left = count;
      for (const node of nodes) {
        part.set(rest.subarray(0, left));
        left = without(rest, left, part, narrow(node, records, part, left));
      }
      return without(rows, count, rest, left);
    }),
  );
}

/** Keeps the rows that are not among the others; both are in order. */
function without(rows: Rows, count: number, others: Rows, othersCount: number): number {
  let kept = 0;
  let o = 0;
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    if (o < othersCount && others[o] === row) o++;
    else rows[kept++] = row;
  }
  return kept;
}

function narrowAtom(
  node: Extract<Node, { kind: 'atom' }>,
  records: RecordSet,
  rows: Rows,
  count: number,
): number {
  const field: RecordField | null = records.field(node.field);
  if (field === null || field.kind === 'constant') return node.holds(field?.value) ? count : 0;
  if (field.kind === 'rows') return keep(rows, count, (row) => node.holds(field.value(row)));
  const { codes, values } = field;
  let answers = node.answers.get(values);
  if (!answers) {
    answers = Uint8Array.from({ length: values.length }, (_, code) => +node.holds(values[code]));
    node.answers.set(values, answers);
  }
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    rows[kept] = row;
    kept += answers[codes[row]!]!;
  }
  return kept;
}

function keep(rows: Rows, count: number, holds: (row: number) => boolean): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    if (holds(row)) rows[kept++] = row;
  }
  return kept;
}

function refers(test: FieldRefTest, a: Scalar | undefined, b: Scalar | undefined): boolean {
  const [left, right] = [a, b].map((value) => (value === undefined ? null : textOf(value)));
  if (left === null || right === null || left === undefined || right === undefined) return false;
  const [x, y] = test.cased ? [left, right] : [fold(left), fold(right)];
  switch (test.match) {
    case 'equals':
      return x === y;
    case 'startswith':
      return x.startsWith(y);
    case 'endswith':
      return x.endsWith(y);
    case 'contains':
      return x.includes(y);
  }
}
