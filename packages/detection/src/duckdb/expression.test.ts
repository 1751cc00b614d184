// The goal: SQL over prepared lists, prepared single values and text columns says of every value what the test of single values says.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rule } from '../ir/detection.ts';
import type { Expression, PatternPart, Test } from '../ir/expression.ts';
import type { Scalar } from '../ir/values.ts';
import { ruleSql } from '../sql/entries-sql.ts';
import { literal } from '../sql/sql-text.ts';
import { addressBytes } from '../stream/ip-address.ts';
import { valueTest } from '../stream/value-test.ts';
import { ruleOf } from '../../test/rule-of.ts';
import { EventBatch } from './event-batch.ts';

import { loadBatch } from './load-batch.ts';
import { needsOf } from './needs.ts';
import type { EventObject } from './read-events.ts';

const TEXTS = [
  '',
  'foo',
  'FOO',
  'Foobar',
  'f*o',
  'a\nb',
  'a\0b',
  "it's",
  '100%',
  '_x_',
  '^',
  'ärger',
  'ÄRGER',
  'x😀y',
  '中文',
  '10.0.0.1',
  '10.255.255.255',
  '11.0.0.0',
  '010.0.0.1',
  '10.0.0',
  '10.0.0.256',
  ' 10.0.0.1',
  '1.2.3.4.5',
  '::1',
  '2001:DB8::1',
  '2001:db8:0:0:0:0:0:1',
  '2001:db8::1::2',
  ':::',
  '1::',
  '::',
  '::ffff:10.0.0.1',
  '::ffff:10.0.0.300',
  '1:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7',
  '12345::',
  '1:2:3:4:5:6:1.2.3.4',
  '::1%eth0',
  'g::',
  '1:2:3:4:5:6:7::',
  ':1::2',
  '5',
  '+5',
  '5.',
  '.5',
  '-.5e+3',
  '1e400',
  '0x10',
  '1_000',
  'inf',
  'nan',
  ' 5',
  '5 ',
  '1e5',
  'true',
  '1.5.2',
  '',
  '2024-12-31',
  '2024-12-31T23:59:59Z',
  '2024-12-31 23:59:59.999',
  '2024-12-31T23:59:59,5+09:00',
  '2024-12-31t10:00-0930',
  '2024-12-31+09:00',
  '2024-12-30T24:00:00Z',
  '2024-02-30T10:00:00Z',
  '2024-13-01',
  '2021-01-03T12:00:00Z',
  '2020-12-31',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
  '1735689599',
  '1735689599000',
  '-1',
  '99999999999',
  '100000000000',
  '2024-12-31T23:60:00Z',
];
const NUMBERS = [
  0, -0, 5, 5.5, -5, 1e21, 1735689599, 1735689599.999, 1735689599000, 99999999999, -62135596800,
  1e300, 253402300799999, 253402300800000,
];

const text = (value: string): PatternPart => ({ text: value });
const pattern = (cased: boolean, ...parts: PatternPart[]): Test => ({
  kind: 'pattern',
  parts,
  cased,
});
const TESTS: Test[] = [
  pattern(false),
  pattern(true, text('foo')),
  pattern(false, text('foo')),
  pattern(false, text('foo'), 'any'),
  pattern(false, 'any', text('bar')),
  pattern(false, 'any', text('o'), 'any'),
  pattern(false, 'any'),
  pattern(false, 'one', 'any'),
  pattern(false, text('f'), 'any', text('o')),
  pattern(false, text('a'), 'one', text('b')),
  pattern(false, text('x'), 'one', text('y')),
  pattern(false, 'one', 'one'),
  pattern(false, 'any', text('%')),
  pattern(false, text('_'), 'any', text('_')),
  pattern(false, 'any', text('^'), 'any', 'one'),
  pattern(false, text('ärger')),
  pattern(true, text('ärger')),
  pattern(false, text("it's")),
  pattern(false, text('a\0b')),
  pattern(false, 'any', text('\0'), 'any'),
  pattern(false, text('\ud800')),
  pattern(false, text('5')),
  pattern(true, text('true')),
  ...['', 'm', 's', 'i', 'is'].flatMap((flags): Test[] =>
    [
      '^b',
      'a.b',
      'FOO$',
      '^$',
      '(?P<n>fo+)',
      '(?<n>fo+)b',
      '[[(?<n>]',
      '\\Q(?<n>\\E',
      'a\\x00b',
      'x.y',
      '\\d+$',
      'ß|ä',
    ].map((source) => ({ kind: 'regex', source, flags })),
  ),
  { kind: 'cidr', bytes: [10, 0, 0, 0], bits: 8 },
  { kind: 'cidr', bytes: [10, 0, 0, 1], bits: 32 },
  { kind: 'cidr', bytes: [0, 0, 0, 0], bits: 0 },
  { kind: 'cidr', bytes: [10, 128, 0, 0], bits: 9 },
  { kind: 'cidr', bytes: [8, 0, 0, 0], bits: 5 },
  { kind: 'cidr', bytes: [...addressBytes('2001:db8::')!], bits: 33 },
  { kind: 'cidr', bytes: [...addressBytes('::')!], bits: 0 },
  { kind: 'cidr', bytes: [...addressBytes('::ffff:0:0')!], bits: 96 },
  { kind: 'cidr', bytes: [...addressBytes('1::')!], bits: 128 },
  { kind: 'cidr', bytes: [...addressBytes('1:2:3:4:5:6:7:0')!], bits: 112 },
  ...(['lt', 'lte', 'gt', 'gte'] as const).flatMap((op): Test[] => [
    { kind: 'compare', op, value: 5 },
    { kind: 'compare', op, value: -0.5 },
    { kind: 'compare', op, value: 1e21 },
  ]),
  ...(
    [
      ['minute', 59],
      ['hour', 23],
      ['day', 31],
      ['week', 53],
      ['month', 12],
      ['year', 2024],
      ['year', 1],
    ] as const
  ).flatMap(([part, value]): Test[] =>
    (['lt', 'eq', 'gte'] as const).map((op) => ({ kind: 'time-part', part, op, value })),
  ),
];
const NOT_VALUE: Test[] = [{ kind: 'null' }, { kind: 'exists' }];

let connection: DuckDBConnection;
let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
  await connection.run(`SET TimeZone = 'Asia/Seoul'`);
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** All expressions in one statement: which rows fulfil each. */
async function ask(
  rules: readonly Rule[],
  sqlOf: (rule: Rule) => string | null,
): Promise<number[][]> {
  const parts = rules.map((rule, i) => {
    const sql = sqlOf(rule);
    return sql === null ? null : `SELECT ${i} AS rule, ord FROM (${sql})`;
  });
  const found: number[][] = rules.map(() => []);
  for (const part of parts) {
    if (part === null) continue;
    const result = await connection.runAndReadAll(part);
    for (const [rule, ord] of result.getRowsJS() as [number, bigint | number][])
      found[rule]!.push(Number(ord));
  }
  return found.map((ords) => ords.sort((a, b) => a - b));
}

function both(asked: Test): Rule[] {
  const field: Expression = { kind: 'field', field: 'a', test: asked };
  return [
    ruleOf(field),
    ruleOf({ kind: 'not', of: field }),
    ruleOf({
      kind: 'or',
      of: [field, { kind: 'field', field: 'a', test: pattern(false, text('foo')) }],
    }),
  ];
}

function oracle(tests: readonly Test[], events: readonly (readonly Scalar[] | null)[]): number[][] {
  const isFoo = valueTest(pattern(false, text('foo')) as never);
  return tests.flatMap((one) => {
    const holds = events.map((values) => {
      if (one.kind === 'null') return values === null || values.includes(null);
      if (one.kind === 'exists') return values !== null;
      return (values ?? []).some(valueTest(one as never));
    });
    const rows = (keep: (holds: boolean, i: number) => boolean) =>
      holds.flatMap((h, i) => (keep(h, i) ? [i] : []));
    return [rows((h) => h), rows((h) => !h), rows((h, i) => h || (events[i] ?? []).some(isFoo))];
  });
}

const ALL = [...TESTS, ...NOT_VALUE];

async function prepared(events: readonly EventObject[]) {
  const rules = ALL.flatMap(both);
  const linked = {
    detections: rules.map((rule) => ({ rule, correlation: null, members: null, reports: true })),
  };
  const batch = new EventBatch(needsOf(linked));
  for (const [i, event] of events.entries()) batch.add(event, i, Number.NaN);
  await loadBatch(connection, batch);
  const source = batch.source();
  return ask(rules, (rule) => ruleSql(rule, source));
}

test('prepared single values', async () => {
  const values: (Scalar | undefined)[] = [...TEXTS, ...NUMBERS, true, false, null, undefined];
  const events = values.map((value) => (value === undefined ? {} : { a: value }));
  const got = await prepared(events);
  const want = oracle(
    ALL,
    values.map((value) => (value === undefined ? null : [value])),
  );
  for (const [i, rows] of want.entries())
    expect({ test: ALL[Math.floor(i / 3)], form: i % 3, rows: got[i] }).toEqual({
      test: ALL[Math.floor(i / 3)],
      form: i % 3,
      rows,
    });
});

test('prepared lists', async () => {
  const singles: Scalar[] = [...TEXTS, ...NUMBERS, true, null];
  const lists = [
    ...singles.map((value, i) => [value, singles[(i * 7 + 3) % singles.length]!]),
    [],
    [null],
    [null, 'foo'],
  ];
  const events = lists.map((a) => ({ a }));
  const got = await prepared([...events, { b: 1 }]);
  const want = oracle(ALL, [...lists, null]);
  for (const [i, rows] of want.entries())
    expect({ test: ALL[Math.floor(i / 3)], form: i % 3, rows: got[i] }).toEqual({
      test: ALL[Math.floor(i / 3)],
      form: i % 3,
      rows,
    });
});

test('text columns', async () => {
  // lower() and fold agree on all of these.
  const rows = [...TEXTS, null].map(
    (value, i) => `(${i}, ${value === null ? 'NULL' : literal(value)})`,
  );
  await connection.run(
    `CREATE OR REPLACE TABLE texts AS SELECT * FROM (VALUES ${rows.join(', ')}) x(ord, a)`,
  );
  const rules = ALL.flatMap(both);
  const got = await ask(rules, (rule) =>
    ruleSql(rule, {
      table: () => 'texts',
      field: () => ({ kind: 'column', expr: 'a', type: 'text' }),
      time: 'NULL',
      order: 'ord',
    }),
  );
  const want = oracle(ALL, [...TEXTS.map((value) => [value]), null]);
  for (const [i, found] of want.entries())
    expect({ test: ALL[Math.floor(i / 3)], form: i % 3, rows: got[i] }).toEqual({
      test: ALL[Math.floor(i / 3)],
      form: i % 3,
      rows: found,
    });
});
