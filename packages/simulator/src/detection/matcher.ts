import {
  fold,
  textOf,
  valueTest,
  type Expression,
  type FieldRefTest,
  type Scalar,
  type Test,
} from '@dwell/detection';
import { withMask } from './mask-pool.ts';
import { valueAt, type RecordField, type RecordSet } from './record-set.ts';

type Holds = (value: Scalar | undefined) => boolean;
type Mask = Uint8Array;

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

  /** Gives `work` a mask, one byte a row, 1 where it holds; it is used again afterwards. */
  match(records: RecordSet, work: (mask: Mask) => void): void {
    withMask(records.length, null, (mask) => {
      narrow(this.#root, records, mask);
      work(mask);
    });
  }
}

/** Clears the rows for which a node does not hold. */
function narrow(node: Node, records: RecordSet, mask: Mask): void {
  switch (node.kind) {
    case 'always':
      if (!node.value) mask.fill(0);
      return;
    case 'and':
      for (const part of inOrder(node.of, records)) narrow(part, records, mask);
      return;
    case 'or':
      return either(node.of, records, mask);
    case 'not':
      return withMask(mask.length, mask, (inner) => {
        narrow(node.of, records, inner);
        without(mask, inner);
      });
    case 'atom':
      return narrowAtom(node, records, mask);
    case 'reference': {
      const [a, b] = [records.field(node.field), records.field(node.test.field)];
      return keep(mask, (row) => refers(node.test, valueAt(a, row), valueAt(b, row)));
    }
    case 'keyword': {
      const fields = records.names.map((name) => records.field(name));
      return keep(mask, (row) => fields.some((field) => node.holds(valueAt(field, row))));
    }
  }
}

/** The cheap parts first: what they rule out, the others need not look at. */
function inOrder(nodes: readonly Node[], records: RecordSet): readonly Node[] {
  const price = (node: Node) =>
    node.kind === 'atom' && records.field(node.field)?.kind !== 'rows' ? 0 : 1;
  return nodes.toSorted((a, b) => price(a) - price(b));
}

function either(nodes: readonly Node[], records: RecordSet, mask: Mask): void {
  withMask(mask.length, mask, (rest) => {
    for (const node of nodes) {
      withMask(mask.length, rest, (part) => {
        narrow(node, records, part);
        without(rest, part);
      });
    }
    without(mask, rest);
  });
}

/** Clears the rows of `mask` that are set in `other`. */
function without(mask: Mask, other: Mask): void {
  for (let row = 0; row < mask.length; row++) mask[row]! &= other[row]! ^ 1;
}

function narrowAtom(node: Extract<Node, { kind: 'atom' }>, records: RecordSet, mask: Mask): void {
  const field: RecordField | null = records.field(node.field);
  if (field === null || field.kind === 'constant') {
    if (!node.holds(field?.value)) mask.fill(0);
  } else if (field.kind === 'codes') {
    const { codes, values } = field;
    let answers = node.answers.get(values);
    if (!answers) {
      answers = Uint8Array.from({ length: values.length }, (_, code) => +node.holds(values[code]));
      node.answers.set(values, answers);
    }
    for (let row = 0; row < mask.length; row++) mask[row]! &= answers[codes[row]!]!;
  } else keep(mask, (row) => node.holds(field.value(row)));
}

function keep(mask: Mask, holds: (row: number) => boolean): void {
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 1 && !holds(row)) mask[row] = 0;
  }
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
