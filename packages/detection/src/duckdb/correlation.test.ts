// The goal: correlations in SQL hold at exactly the events where the stream's correlator holds, on random events with ties, groups and gaps.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Bound,
  CORRELATION_TYPES,
  type CorrelationType,
  type LinkedCorrelation,
  type LinkedDetection,
} from '../ir/detection.ts';
import { compileSql } from '../sql/compile-sql.ts';
import { Correlator } from '../stream/correlator.ts';
import { aboutOf, ruleOf } from '../../test/rule-of.ts';

const MEMBERS = 3;
const SPAN_MS = 5;
type Row = { t: number | null; g: string | null; v: number | null; of: readonly boolean[] };

let connection: DuckDBConnection;
let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const rowsArb: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    t: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 20 }),
    g: fc.option(fc.constantFrom('a', 'A', 'b'), { freq: 8 }),
    v: fc.option(fc.constantFrom(0, 1, 2, 2.5, -1, 0.1, 1e9), { freq: 6 }),
    of: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  }),
  { maxLength: 40 },
);
const boundsArb: fc.Arbitrary<Bound[]> = fc.array(
  fc.record({
    op: fc.constantFrom('lt', 'lte', 'gt', 'gte', 'eq', 'neq'),
    value: fc.constantFrom(0, 1, 2, 3, 2.5, 50, 0.2, 33),
  }),
  { minLength: 1, maxLength: 2 },
);

function linkedOf(
  type: CorrelationType,
  bounds: readonly Bound[],
  members: number,
  grouped: boolean,
) {
  const rules = Array.from({ length: members }, (_, m): LinkedDetection => ({
    rule: ruleOf({
      kind: 'field',
      field: `m${m}`,
      test: { kind: 'pattern', parts: [{ text: 'true' }], cased: false },
    }),
    correlation: null,
    members: null,
    reports: false,
  }));
  const groupBy = grouped ? ['g'] : [];
  const correlation: LinkedCorrelation = {
    ...aboutOf('test'),
    kind: 'correlation',
    type,
    rules: [],
    groupBy,
    timespanMs: SPAN_MS,
    bounds,
    field: 'v',
    aliases: {},
    generate: false,
    groupFields: rules.map(() => groupBy),
    valueFields: rules.map(() => (type.startsWith('value_') ? 'v' : null)),
  };
  return {
    detections: [
      ...rules,
      { rule: null, correlation, members: rules.map((_, i) => i), reports: true },
    ],
  };
}

async function inSql(rows: readonly Row[], linked: ReturnType<typeof linkedOf>): Promise<string[]> {
  const values = rows.map(
    ({ t, g, v, of }, i) => `(${i}, ${t}, ${g === null ? null : `'${g}'`}, ${v}, ${of.join(', ')})`,
  );
  await connection.run(
    'CREATE OR REPLACE TABLE rows (ord BIGINT, t BIGINT, g VARCHAR, v VARCHAR, m0 BOOLEAN, m1 BOOLEAN, m2 BOOLEAN)',
  );
  if (values.length > 0) await connection.run(`INSERT INTO rows VALUES ${values.join(', ')}`);
  const sql = compileSql(linked, {
    table: () => 'rows',
    field: (_rule, name) => ({
      kind: 'column',
      expr: name,
      type: name.startsWith('m') ? 'boolean' : 'text',
    }),
    time: 't',
    order: 'ord',
  });
  const result = await connection.runAndReadAll(sql.at(-1)!.sql);
  return result
    .getRowObjectsJS()

    .map((row) => [row['ord'], row['g0'] ?? '', row['events']].map(String).join(' '))
    .sort();
}

function inStream(
  rows: readonly Row[],
  type: CorrelationType,
  bounds: readonly Bound[],
  members: number,
  grouped: boolean,
): string[] {
  const correlator = new Correlator({ type, timespanMs: SPAN_MS, bounds, members });
  const ordered = rows
    .map((row, ord) => ({ ...row, ord }))
    .filter(({ t }) => t !== null)
    .sort((a, b) => a.t! - b.t! || a.ord - b.ord);
  const held: string[] = [];
  for (const { t, g, v, of, ord } of ordered) {
    if (grouped && g === null) continue;
    const value = type === 'value_count' ? (v === null ? null : String(v)) : v;
    let any = false;
    let last = false;
    for (let m = members - 1; m >= 0; m--) {
      if (!of[m]) continue;
      last = correlator.feed(m, t!, grouped ? g! : '', value, 0);
      any ||= last;
    }
    const holds = type === 'temporal_ordered' ? any : last;
    if (holds) held.push(`${ord} ${grouped ? g : ''} ${correlator.window.events}`);
  }
  return held.sort();
}

for (const type of CORRELATION_TYPES) {
  test(`${type} in SQL and in the stream`, async () => {
    await fc.assert(
      fc.asyncProperty(
        rowsArb,
        boundsArb,
        fc.integer({ min: 1, max: MEMBERS }),
        fc.boolean(),
        async (rows, bounds, members, grouped) => {
          expect(await inSql(rows, linkedOf(type, bounds, members, grouped))).toEqual(
            inStream(rows, type, bounds, members, grouped),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
}

test('temporal without bounds wants every member', async () => {
  const rows: Row[] = [0, 1, 2].map((m) => ({
    t: m,
    g: 'a',
    v: null,
    of: [m === 0, m === 1, m === 2],
  }));
  expect(await inSql(rows, linkedOf('temporal', [], 3, true))).toEqual(['2 a 3']);
});
