import type { CidrTest, FieldRefTest, PatternTest, Test, TimePartTest } from '../ir/expression.ts';
import { exactText, isStorable, patternSql, regexSql, soughtText } from './pattern-sql.ts';
import type { ColumnField, SqlField } from './source.ts';
import { double, literal, or, type Sql, sqlText } from './sql-text.ts';
import { network4 } from './text-address.ts';
import { type Aspect, anyValue, isNullSql, presentSql } from './value-sql.ts';

const COMPARE = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '=' } as const;

/** Whether any of the tests holds for a field; null is a field that no event has. */
export function anyTest(
  field: SqlField | null,
  tests: readonly Test[],
  fieldOf: (name: string) => SqlField | null,
): Sql {
  if (field === null) return tests.some((test) => test.kind === 'null');
  const conditions: Sql[] = [];
  const onValues = new Map<Aspect, ((x: string) => Sql)[]>();
  const texts = new Map<Aspect, string[]>();
  for (const test of tests) {
    if (test.kind === 'null') conditions.push(isNullSql(field));
    else if (test.kind === 'exists') conditions.push(presentSql(field));
    else if (test.kind === 'fieldref') conditions.push(fieldRef(field, fieldOf(test.field), test));
    else if (field.kind !== 'column' && field.lines !== null && isSought(test)) {
      conditions.push(patternSql(field.lines, test));
    } else if (field.kind === 'column' && isTyped(field, test)) conditions.push(typed(field, test));
    else if (test.kind === 'pattern' && exactText(test.parts) !== null) {
      push(texts, test.cased ? 'text' : 'folded', exactText(test.parts)!);
    } else push(onValues, aspectOf(test), (x) => onValue(x, test));
  }
  for (const [aspect, exact] of texts) {
    push(onValues, aspect, (x) => oneOf(x, exact));
  }
  for (const [aspect, each] of onValues) {
    conditions.push(anyValue(field, aspect, (x) => sqlText(or(each.map((make) => make(x))))));
  }
  return or(conditions);
}

function isSought(test: Test): test is PatternTest {
  return test.kind === 'pattern' && soughtText(test) !== null;
}

type OnValue = Exclude<Test, { kind: 'null' | 'exists' | 'fieldref' }>;

function aspectOf(test: OnValue): Aspect {
  switch (test.kind) {
    case 'pattern':
      return test.cased ? 'text' : 'folded';
    case 'regex':
      return 'text';
    case 'cidr':
      return 'address';
    case 'compare':
      return 'number';
    case 'time-part':
      return 'moment';
  }
}

function onValue(x: string, test: OnValue): Sql {
  switch (test.kind) {
    case 'pattern':
      return patternSql(x, test);
    case 'regex':
      return regexSql(x, test);
    case 'cidr':
      return network(x, test);
    case 'compare':
      return `${x} ${COMPARE[test.op]} ${double(test.value)}`;
    case 'time-part':
      return timePart(x, test);
  }
}

function oneOf(x: string, texts: readonly string[]): Sql {
  const possible = [...new Set(texts)].filter(isStorable);
  if (possible.length === 0) return false;
  if (possible.length === 1) return `${x} = ${literal(possible[0]!)}`;
  return `${x} IN (${possible.map(literal).join(', ')})`;
}

function timePart(x: string, { part, op, value }: TimePartTest): string {
  return `${part}(epoch_ms(${x})) ${COMPARE[op]} ${double(value)}`;
}

/** Hex digits of the same length in between the first and the last address. */
function network(x: string, { bytes, bits }: CidrTest): string {
  const bound = (rest: number) =>
    bytes
      .map((byte, i) => {
        const free = 0xff >> Math.min(8, Math.max(0, bits - i * 8));
        return ((byte & ~free) | (rest & free)).toString(16).padStart(2, '0');
      })
      .join('');
  const within = `${x} BETWEEN '${bound(0)}' AND '${bound(0xff)}'`;
  return `(length(${x}) = ${bytes.length * 2} AND ${within})`;
}

/** Tests that a column answers better by its type than by its text. */
function isTyped({ type }: ColumnField, test: OnValue): test is PatternTest | CidrTest {
  if (test.kind === 'cidr') return test.bytes.length === 4 && (type === 'ip' || type === 'text');
  const exact = test.kind === 'pattern' ? exactText(test.parts) : null;
  return exact !== null && (type === 'integer' || type === 'boolean');
}

function typed({ expr, type }: ColumnField, test: PatternTest | CidrTest): Sql {
  if (test.kind === 'cidr') return network4(expr, test.bytes, test.bits);
  const text = exactText(test.parts)!;
  if (type === 'boolean') return /^(true|false)$/.test(text) ? `(${expr}) = ${text}` : false;
  return /^(0|-?[1-9]\d{0,15})$/.test(text) ? `(${expr}) = ${text}` : false;
}

function fieldRef(field: SqlField, other: SqlField | null, test: FieldRefTest): Sql {
  if (other === null) return false;
  const aspect = test.cased ? 'text' : 'folded';
  return anyValue(field, aspect, (x) => anyValue(other, aspect, (y) => match(x, y, test), 'y'));
}

function match(x: string, y: string, { match: how }: FieldRefTest): string {
  if (how === 'equals') return `${x} = ${y}`;
  if (how === 'contains') return `contains(${x}, ${y})`;
  return how === 'startswith' ? `starts_with(${x}, ${y})` : `suffix(${x}, ${y})`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
