import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ALL_ON,
  AUTH_PER_DAY,
  DAY0_MS,
  DAY_MS,
  folder,
  HTTP_PER_DAY,
  viewAt,
  writeDays,
  type Written,
} from '../../test/written.ts';
import { ipText } from '../record/networks.ts';
import { openTelemetry, type Telemetry } from './telemetry.ts';

const DAYS = 3;
const place = folder();
let written: Written;
let telemetry: Telemetry;

beforeAll(async () => {
  written = await writeDays(place.path, DAYS);
  telemetry = openTelemetry({ segments: written.root, view: viewAt(DAYS) });
}, 60_000);
afterAll(() => {
  telemetry.close();
  place.remove();
});

const one = async (sql: string) => (await telemetry.sql(sql)).rows[0]!;

test('ground truth is a column only where its labels are handed over, and only when it is named', async () => {
  const names = readdirSync(written.root).sort();
  const knowing = openTelemetry({
    segments: names.map((name) => join(written.root, name)),
    labels: names.map((name) => join(written.labelsRoot, name)),
    view: viewAt(DAYS),
  });
  const attacks = written.http.flatMap((b) => [...b.label].filter((label) => label === 1));
  const count = 'SELECT count(*) FROM http_activity WHERE attack';
  expect((await knowing.sql(count)).rows).toEqual([[attacks.length]]);
  const all = await knowing.sql('SELECT * FROM http_activity LIMIT 1');
  expect(all.columns.map((c) => c.name)).not.toContain('attack');
  await expect(knowing.sql('SELECT label FROM http_activity')).rejects.toMatchObject({
    code: 'SQL_ERROR',
  });
  knowing.close();
  await expect(telemetry.sql(count)).rejects.toMatchObject({ code: 'SQL_ERROR' });
});

test('every table answers with what was written', async () => {
  const counts =
    await one(`SELECT (SELECT count(*) FROM http_activity), (SELECT count(*) FROM authentication),
    (SELECT count(*) FROM endpoint_minute), (SELECT count(*) FROM api_activity), (SELECT count(*) FROM email_activity)`);
  expect(counts).toEqual([
    HTTP_PER_DAY * DAYS,
    AUTH_PER_DAY * DAYS,
    1440 * 9 * DAYS,
    2 * DAYS,
    DAYS,
  ]);
  for (const { name, columns } of telemetry.schema()) {
    const result = await telemetry.sql(`SELECT * FROM ${name} LIMIT 2`);
    expect(result.columns.map((c) => c.name)).toEqual(columns.map((c) => c.name));
    expect(result.rows.length, name).toBeGreaterThan(0);
  }
  expect(
    await one(`SELECT sum(requests), sum(errors) FROM endpoint_minute WHERE endpoint = 'auth'`),
  ).toEqual([
    DAYS * (9000 * 1440 + (1440 * 1439) / 2),
    DAYS * Array.from({ length: 1440 }, (_, m) => m % 7).reduce((a, b) => a + b),
  ]);
});

test('a record says in OCSF words what the batch held', async () => {
  const i = 777;
  const b = written.http[1]!;
  const at = new Date(b.time[i]!).toISOString();
  const { columns, rows } = await telemetry.sql(
    `SELECT * FROM http_activity WHERE time = '${at.slice(0, -1)}'`,
  );
  const record = Object.fromEntries(columns.map((c, k) => [c.name, rows[0]![k]]));
  const subject = b.principal[i] === 0 ? b.target[i]! : 80_000_000 + b.principal[i]!;
  expect(record).toMatchObject({
    time: at,
    day: '2025-04-15',
    class_uid: 4002,
    type_uid: 400_203,
    status_code: b.status[i],
    target_uid: b.target[i],
    actor_user_uid: subject,
    token_uid: subject * 2 ** 25 + b.token[i]!,
    token_created_time: new Date(DAY0_MS + Math.floor(b.token[i]! / 16) * 60_000).toISOString(),
    jwt_kid: 'training-member-token-1',
    src_ip: ipText(b.source[i]!),
    token_issued: null,
    subject_exists: null,
    session_pages_before: null,
  });
});

test('enrichments are aligned with their records, row by row, and only when on', async () => {
  telemetry.update({
    view: viewAt(DAYS, { enrichments: { ...ALL_ON, canary: DAY0_MS + DAY_MS } }),
  });
  const sum = (pick: (b: Written['http'][number], i: number) => number) =>
    written.http.reduce(
      (total, b) =>
        total + Array.from({ length: b.length }, (_, i) => pick(b, i)).reduce((x, y) => x + y, 0),
      0,
    );
  expect(
    await one(
      `SELECT count(*) FROM http_activity WHERE token_issued = false AND user_agent_class <> 'crawler'`,
    ),
  ).toEqual([0]);
  expect(await one(`SELECT count(*) FROM http_activity WHERE NOT token_issued`)).toEqual([
    sum((b, i) => 1 - b.issued[i]!),
  ]);
  expect(
    await one(`SELECT count(*) FROM http_activity WHERE subject_exists <> (status_code = 200)`),
  ).toEqual([0]);
  expect(await one(`SELECT sum(session_pages_before * target_uid) FROM http_activity`)).toEqual([
    sum((b, i) => b.pagesBefore[i]! * b.target[i]!),
  ]);
  expect(await one(`SELECT count(*) FROM http_activity WHERE subject_canary IS NULL`)).toEqual([
    HTTP_PER_DAY,
  ]);
  expect(
    await one(`SELECT key_custodian_status, count(*) FROM http_activity GROUP BY 1 ORDER BY 1`),
  ).toEqual(['current', HTTP_PER_DAY]);
  // A whole row counts as mentioning every column.
  expect(
    await one(`SELECT count(*) FROM (SELECT h FROM http_activity h) WHERE NOT h.token_issued`),
  ).toEqual([sum((b, i) => 1 - b.issued[i]!)]);
  telemetry.update({ view: viewAt(DAYS) });
  expect(await one(`SELECT count(token_issued), count(subject_exists) FROM http_activity`)).toEqual(
    [0, 0],
  );
});

test('retention hides what aged out, a hold keeps what was left, nothing shows the future', async () => {
  const rows = async (part: Parameters<typeof viewAt>[1]) => {
    telemetry.update({ view: viewAt(DAYS, part) });
    return Number((await one('SELECT count(*) FROM http_activity'))[0]);
  };
  const end = DAY0_MS + DAYS * DAY_MS;
  expect(await rows({ retentionDays: 1, asOfMs: end })).toBe(HTTP_PER_DAY);
  expect(await rows({ retentionDays: 1, asOfMs: end, all: true })).toBe(HTTP_PER_DAY * DAYS);
  expect(
    await rows({ retentionDays: 1, asOfMs: end, holds: [{ fromMs: 0, heldAtMs: end - DAY_MS }] }),
  ).toBe(HTTP_PER_DAY * 2);
  expect(
    await rows({
      retentionDays: 1,
      asOfMs: end,
      holds: [{ fromMs: end - DAY_MS, heldAtMs: end - DAY_MS }],
    }),
  ).toBe(HTTP_PER_DAY);
  expect(
    await rows({ retentionDays: 1, asOfMs: end, holds: [{ fromMs: 0, heldAtMs: end + 1 }] }),
  ).toBe(HTTP_PER_DAY);
  expect(await rows({ asOfMs: DAY0_MS + DAY_MS - 1 })).toBe(HTTP_PER_DAY);
  expect(await rows({ asOfMs: DAY0_MS - 1 })).toBe(0);
  telemetry.update({ view: viewAt(DAYS) });
});

test('paging walks every matching record once, newest first', async () => {
  const hunt = { table: 'http_activity', query: 'endpoint:my_info status_code:>=400' };
  const uids: number[] = [];
  const times: string[] = [];
  let cursor: string | null = null;
  let total = -1;
  do {
    const page = await telemetry.search(hunt, { cursor, limit: 97 });
    const uid = page.columns.findIndex((c) => c.name === 'record_uid');
    uids.push(...page.rows.map((r) => Number(r[uid])));
    times.push(...page.rows.map((r) => String(r[0])));
    total = page.total ?? total;
    cursor = page.cursor;
  } while (cursor);
  const expected = written.http
    .flatMap((b) =>
      Array.from({ length: b.length }, (_, i) => b.endpoint[i] === 3 && b.status[i]! >= 400),
    )
    .filter(Boolean).length;
  expect(total).toBe(expected);
  expect(new Set(uids).size).toBe(expected);
  expect(times).toEqual([...times].sort().reverse());
  const minutes = await telemetry.search({ table: 'endpoint_minute', query: '' }, { limit: 5 });
  const next = await telemetry.search(
    { table: 'endpoint_minute', query: '' },
    { limit: 5, cursor: minutes.cursor },
  );
  expect(new Set([...minutes.rows, ...next.rows].map(String)).size).toBe(10);
});

test('a record is found again by its record_uid', async () => {
  const page = await telemetry.search(
    { table: 'http_activity', query: '', toMs: DAY0_MS + DAY_MS },
    { limit: 1 },
  );
  const names = page.columns.map((c) => c.name);
  const record = await telemetry.record(
    'http_activity',
    Number(page.rows[0]![names.indexOf('record_uid')]),
  );
  expect(Object.values(record!)).toEqual(page.rows[0]);
  expect(await telemetry.record('http_activity', 99 * 2 ** 32)).toBeNull();
  const mail = await telemetry.search({ table: 'email_activity', query: '문의' }, { limit: 1 });
  expect(await telemetry.record('email_activity', Number(mail.rows[0]!.at(-1)))).toMatchObject({
    email_body: 'I have "data"',
  });
});

test('histogram and facets are exact', async () => {
  const hunt = {
    table: 'http_activity',
    query: 'user_agent_class:crawler',
    fromMs: DAY0_MS,
    toMs: DAY0_MS + DAYS * DAY_MS,
  };
  const crawler = (b: Written['http'][number]) =>
    Array.from(b.agent).filter((a) => a === 11).length;
  const histogram = await telemetry.histogram(hunt, DAYS);
  expect(histogram).toEqual({ fromMs: DAY0_MS, stepMs: DAY_MS, counts: written.http.map(crawler) });
  const [sources, endpoints] = await telemetry.facets(hunt, ['src_ip', 'endpoint']);
  expect(sources!.distinct).toBe(16);
  expect(sources!.top).toHaveLength(10);
  expect(endpoints!.top.reduce((sum, t) => sum + t.count, 0)).toBe(
    histogram.counts.reduce((a, b) => a + b),
  );
});

test('integers beyond 2^53 come as strings, sums of integers as numbers', async () => {
  expect(
    await one(
      `SELECT 9007199254740993::BIGINT, sum(row_count), 1.5::DECIMAL(4,2), 'NaN'::DOUBLE FROM datastore_activity`,
    ),
  ).toEqual(['9007199254740993', 123_456_789_012 * DAYS, 1.5, 'NaN']);
});

test('rows are cut at the limit and said to be', async () => {
  const result = await telemetry.sql('SELECT time FROM http_activity', { limit: 10 });
  expect([result.rows.length, result.truncated]).toEqual([10, true]);
  expect((await telemetry.sql('SELECT 1', { limit: 10 })).truncated).toBe(false);
});
