import { DuckDBInstance } from '@duckdb/node-api';
import { DwellError } from '@dwell/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALENDAR, folder, viewAt, writeDays } from '../../test/written.ts';
import { compileQuery } from './compile-query.ts';
import { parseQuery } from './language.ts';
import { viewTable } from './tables.ts';
import { openTelemetry, type Telemetry } from './telemetry.ts';

const place = folder();
let telemetry: Telemetry;
const http = viewTable('http_activity')!;

beforeAll(async () => {
  const written = await writeDays(place.path, 1, 3000);
  telemetry = openTelemetry({ segments: written.root, view: viewAt(1) });
}, 60_000);
afterAll(() => {
  telemetry.close();
  place.remove();
});

const total = async (query: string, table = 'http_activity') =>
  (await telemetry.search({ table, query }, { limit: 1 })).total;
const counted = async (where: string) =>
  Number((await telemetry.sql(`SELECT count(*) FROM http_activity WHERE ${where}`)).rows[0]![0]);

const SAME: readonly (readonly [query: string, where: string])[] = [
  ['', 'true'],
  ['endpoint:my_info', `endpoint = 'my_info'`],
  ['endpoint:MY_INFO', `endpoint = 'my_info'`],
  ['endpoint:address*', `endpoint IN ('address_list', 'address_edit')`],
  ['endpoint:address_l?st', `endpoint = 'address_list'`],
  ['endpoint:"address*"', 'false'],
  ['status_code:>=400', 'status_code >= 400'],
  ['status_code:[200 to 299]', 'status_code BETWEEN 200 AND 299'],
  ['refused_by:*', 'refused_by IS NOT NULL'],
  ['NOT refused_by:*', 'refused_by IS NULL'],
  [
    'refused_by:subject_exists endpoint:my_info',
    `refused_by = 'subject_exists' AND endpoint = 'my_info'`,
  ],
  [
    'refused_by:subject_exists AND (endpoint:my_info OR endpoint:order_list)',
    `refused_by = 'subject_exists' AND endpoint IN ('my_info', 'order_list')`,
  ],
  [
    'endpoint:my_info OR endpoint:order_list status_code:404',
    `endpoint = 'my_info' OR (endpoint = 'order_list' AND status_code = 404)`,
  ],
  ['-endpoint:my_info', `endpoint <> 'my_info'`],
  ['NOT (endpoint:my_info OR status_code:404)', `endpoint <> 'my_info' AND status_code <> 404`],
  ['NOT actor_user_name:partner-3', `actor_user_name IS DISTINCT FROM 'partner-3'`],
  ['actor_user_name:PARTNER-1*', `actor_user_name ILIKE 'partner-1%'`],
  ['src_ip:198.18.0.0/15', `src_ip LIKE '198.18.%' OR src_ip LIKE '198.19.%'`],
  ['src_ip:198.18.0.3', `src_ip = '198.18.0.3'`],
  ['src_ip:198.18.*', `src_ip LIKE '198.18.%'`],
  ['src_network_kind:hosting', `src_network_kind = 'hosting'`],
  ['src_network:"Paper Cloud Hosting"', `src_network = 'Paper Cloud Hosting'`],
  ['python', `user_agent ILIKE '%python%'`],
  ['"Homelight Broad"', `src_network ILIKE '%homelight broad%'`],
  ['url_path:*/edit', `endpoint = 'address_edit'`],
  ['day:2025-04-14', 'true'],
  ['day:>2025-04-14', 'false'],
  ['time:2025-04-14T09:30', `time >= '2025-04-14 00:30' AND time < '2025-04-14 00:31'`],
  [
    'time:[2025-04-14T09:00+09:00 to 2025-04-14T10:00+09:00]',
    `time BETWEEN '2025-04-14 00:00' AND '2025-04-14 01:00'`,
  ],
  ['token_issued:true', 'false'],
  ['NOT token_issued:true', 'true'],
];

test('the query bar means what its SQL twin means', { timeout: 60_000 }, async () => {
  for (const [query, where] of SAME) expect(await total(query), query).toBe(await counted(where));
});

test('words are found in the texts of every table', async () => {
  expect(await total('"o\'neill"', 'account_change')).toBe(1);
  expect(await total('문의', 'email_activity')).toBe(1);
  expect(await total('100%', 'email_activity')).toBe(0);
  expect(await total('email_body:*\\"data\\"*', 'email_activity')).toBe(1);
});

test('errors name the column of what is wrong', () => {
  const cases: readonly (readonly [text: string, column: number])[] = [
    ['endpoint:', 10],
    ['nothere:x', 1],
    ['endpoint:my_info colour:x', 18],
    ['status_code:abc', 13],
    ['status_code:[1 2]', 16],
    ['status_code:[1 to 2', 13],
    ['(endpoint:home', 1],
    ['endpoint:home)', 14],
    ['"open', 1],
    ['endpoint:home OR', 17],
    ['src_ip:300.1.1.1', 8],
    ['token_issued:maybe', 14],
    ['time:yesterday', 6],
    [`${'('.repeat(60)}x${')'.repeat(60)}`, 51],
  ];
  for (const [text, column] of cases) {
    const compile = () => compileQuery(parseQuery(text), http, CALENDAR);
    expect(compile, text).toThrow(DwellError);
    expect(compile, text).toThrow(`column ${column} `);
  }
});

test('no text, however odd, breaks out of its condition', async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const columns = http.columns.map(
    (c) =>
      `NULL::${c.type === 'integer' ? 'BIGINT' : c.type === 'time' ? 'TIMESTAMP' : c.type === 'date' ? 'DATE' : c.type === 'boolean' ? 'BOOLEAN' : 'VARCHAR'} AS "${c.name}"`,
  );
  await connection.run(`CREATE TABLE http_activity AS SELECT ${columns.join(', ')}`);
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'endpoint:',
      'AND',
      'OR',
      'NOT',
      '(',
      ')',
      '[',
      ']',
      ' to ',
      '*',
      '?',
      `'`,
      '"',
      '\\',
      '%',
      '--',
      ';',
      'url_path:',
      '$1',
      '>=',
      '-',
    ),
  );
  const texts = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      let condition;
      try {
        condition = compileQuery(parseQuery(text), http, CALENDAR);
      } catch (error) {
        expect(error).toBeInstanceOf(DwellError);
        return;
      }
      const result = await connection.runAndReadAll(
        `SELECT (${condition.sql}) IS NULL, (NOT ${condition.sql}) = (${condition.sql}) FROM http_activity`,
        [...condition.values],
      );
      expect(result.getRows()).toEqual([[false, false]]);
    }),
    { numRuns: 400 },
  );
  instance.closeSync();
});
