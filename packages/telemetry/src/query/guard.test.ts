import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DwellError } from '@dwell/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ALL_ON,
  folder,
  HTTP_PER_DAY,
  viewAt,
  writeDays,
  type Written,
} from '../../test/written.ts';
import { openTelemetry, type Telemetry } from './telemetry.ts';

const place = folder();
let written: Written;
let telemetry: Telemetry;
let stored: string;

beforeAll(async () => {
  written = await writeDays(place.path, 1);
  telemetry = openTelemetry({ segments: written.root, view: viewAt(1), worker: { memoryMb: 300 } });
  stored = join(written.root, '0000-0000');
  writeFileSync(join(place.path, 'secret.csv'), 'a,b\n1,2\n');
}, 60_000);
afterAll(() => {
  telemetry.close();
  place.remove();
});

/** Statements that reach for something they must not have; `{…}` is filled in by the test. */
const REFUSED = [
  `SELECT * FROM read_csv('{place}/secret.csv')`,
  `SELECT * FROM read_text('/etc/passwd')`,
  `SELECT * FROM read_blob('/etc/passwd')`,
  `FROM '/etc/passwd'`,
  `FROM "/etc/passwd"`,
  `SELECT * FROM '{place}/secret.csv'`,
  `SELECT * FROM '{stored}/http_activity.000.parquet'`,
  `SELECT * FROM read_parquet('{stored}/http_activity.000.token-issued.parquet')`,
  `SELECT * FROM parquet_scan('{labels}/0000-0000/http_activity.000.parquet')`,
  `SELECT * FROM parquet_metadata('{labels}/0000-0000/http_activity.000.parquet')`,
  `SELECT * FROM parquet_schema('{stored}/http_activity.000.parquet')`,
  `SELECT * FROM glob('{place}/**')`,
  `SELECT * FROM sniff_csv('{place}/secret.csv')`,
  `SELECT * FROM read_json_auto('{stored}/segment.json')`,
  `SELECT * FROM sqlite_scan('x.db', 't')`,
  `SELECT * FROM postgres_scan('host=127.0.0.1', 'public', 't')`,
  `ATTACH '/tmp/x.duckdb' AS x`,
  `COPY (SELECT 1) TO '/tmp/dwell-hostile.csv'`,
  `COPY http_activity FROM '/etc/passwd'`,
  `EXPORT DATABASE '/tmp/dwell-hostile'`,
  `IMPORT DATABASE '/tmp/dwell-hostile'`,
  `INSTALL httpfs`,
  `LOAD httpfs`,
  `SET enable_external_access = true`,
  `RESET lock_configuration`,
  `PRAGMA database_list`,
  `PRAGMA enable_profiling`,
  `CALL pragma_version()`,
  `SELECT * FROM pragma_database_list`,
  `SELECT * FROM pragma_table_info('http_activity')`,
  `SELECT 1; SELECT 2`,
  `SELECT 1; ATTACH '/tmp/x.duckdb'`,
  `SELECT 1;/**/COPY (SELECT 1) TO '/tmp/dwell-hostile.csv'`,
  `CREATE TABLE t AS SELECT 1`,
  `CREATE TEMP MACRO m() AS 1`,
  `CREATE OR REPLACE TEMP VIEW http_activity AS SELECT 1`,
  `INSERT INTO http_activity SELECT 1`,
  `DROP VIEW http_activity`,
  `SELECT getenv('HOME')`,
  `SELECT current_setting('temp_directory')`,
  `SELECT * FROM duckdb_settings()`,
  `SELECT * FROM duckdb_secrets()`,
  `SELECT sql FROM duckdb_views()`,
  `SELECT sql FROM duckdb_views`,
  `SELECT * FROM which_secret('s3://x', 's3')`,
  `SELECT * FROM information_schema.tables`,
  `SELECT * FROM system.information_schema.columns`,
  `SELECT * FROM sqlite_master`,
  `SELECT * FROM pg_catalog.pg_views`,
  `SELECT * FROM temp.main.http_activity`,
  `SELECT * FROM query('SELECT * FROM duckdb_settings()')`,
  `SELECT * FROM query_table('duckdb_settings')`,
  `SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))`,
  `SUMMARIZE http_activity`,
  `DESCRIBE http_activity`,
  `SHOW TABLES`,
  `SELECT * FROM (DESCRIBE http_activity)`,
  `EXPLAIN ANALYZE SELECT * FROM http_activity`,
  `EXPLAIN SELECT 1`,
  `PREPARE p AS SELECT 1`,
  `EXECUTE p`,
  `SELECT $1`,
  `SELECT COLUMNS(*) FROM duckdb_settings()`,
  `SELECT COLUMNS('.*') FROM http_activity`,
  `SELECT unnest(COLUMNS(*)) FROM http_activity`,
  `SELECT ｇｅｔｅｎｖ('HOME')`,
  `SELECT "getenv"('HOME')`,
  `SELECT main.getvariable('x')`,
  `SELECT/* */*/* */FROM/* */"read_text"/* */('/etc/passwd')`,
  `SELECT * FROM read_text(chr(47) || 'etc/passwd')`,
  `SELECT * -- ; \n FROM duckdb_settings()`,
  `WITH http_activity AS (SELECT * FROM duckdb_settings()) SELECT * FROM http_activity`,
  `WITH sqlite_master AS (SELECT 1) SELECT * FROM sqlite_master`,
  `SELECT * FROM (WITH x AS (SELECT 1) SELECT * FROM x), x`,
  `WITH x AS (SELECT * FROM x) SELECT * FROM x`,
  `WITH x AS (SELECT * FROM y), y AS (SELECT 1) SELECT * FROM x`,
  `WITH "/etc/passwd" AS (SELECT 1) SELECT * FROM "/etc/passwd"`,
  `SELECT (SELECT content FROM read_text('/etc/passwd'))`,
  `SELECT list_transform([1], x -> (SELECT max(value) FROM duckdb_settings()))`,
  `SELECT count(*) FILTER (WHERE (SELECT true FROM duckdb_settings() LIMIT 1)) FROM http_activity`,
  `SELECT 1 ORDER BY (SELECT content FROM read_text('/etc/passwd'))`,
  `SELECT 1 LIMIT (SELECT count(*) FROM read_text('/etc/passwd'))`,
  `SELECT sleep_ms(100000)`,
  `SELECT nextval('s')`,
  `SELECT write_log('x')`,
  `SELECT * FROM checkpoint()`,
  `SELECT repeat('x', 1000000000)`,
  `SELECT * FROM http_activity AT (VERSION => 1)`,
  `SELECT issued FROM http_activity`,
  `SELECT label FROM http_activity`,
  `SELECT filename FROM http_activity`,
  `SELECT file_row_number FROM http_activity`,
  `SELECT source FROM http_activity`,
  `SELECT rowid FROM http_activity`,
  `FROM http_activity PIVOT (count(*) FOR endpoint IN (SELECT 1))`,
  `SELECT '' ::getenv`,
  `SELECT`,
  ``,
  `${'('.repeat(5000)}1${')'.repeat(5000)}`,
  `SELECT ${"'x',".repeat(40_000)} 1`,
];

/** Statements that are allowed in form but ask for too much. */
const BOMBS = [
  `WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t`,
  `SELECT count(*) FROM http_activity a, http_activity b, http_activity c WHERE a.target_uid + b.target_uid = c.target_uid * 7`,
  `SELECT sum(x) FROM range(1000000000000) r(x)`,
  `SELECT length(lpad('x', 2000000000, 'y') || lpad('x', 2000000000, 'y'))`,
  `SELECT list_sum(range(100000000000))`,
  `SELECT array_agg(a.url_path || b.url_path) FROM http_activity a, http_activity b`,
  `SELECT count(*) FROM (SELECT DISTINCT a.url_path || b.url_path AS p FROM http_activity a, http_activity b)`,
  `SELECT string_agg(a.url_path, '') FROM http_activity a, range(100000)`,
  `SELECT count(*) FROM http_activity a, http_activity b WHERE regexp_matches(a.url_path || b.url_path, '(.*)*(.*)*(.*)*9{100}x')`,
];

const good = async () => {
  const result = await telemetry.sql(`SELECT count(*), count(token_issued) FROM http_activity`);
  expect(result.rows).toEqual([[HTTP_PER_DAY, 0]]);
};
const fill = (sql: string) =>
  sql
    .replaceAll('{place}', place.path)
    .replaceAll('{stored}', stored)
    .replaceAll('{labels}', written.labelsRoot);

test(
  'a statement that reaches beyond the views is refused, and the next good one answers',
  { timeout: 120_000 },
  async () => {
    for (const sql of REFUSED) {
      const error = await telemetry.sql(fill(sql)).then(
        (result) => new Error(`answered with ${JSON.stringify(result.rows).slice(0, 200)}`),
        (reason: unknown) => reason as Error,
      );
      expect(error, sql).toBeInstanceOf(DwellError);
      expect((error as DwellError).exit, `${sql}: ${error.message}`).toBe(2);
      expect(error.message, sql).not.toContain('\n');
      if (!sql.includes('{')) expect(error.message, sql).not.toContain(place.path);
      await good();
    }
  },
);

test(
  'a statement that asks for too much ends at its deadline or limit, and the next good one answers',
  { timeout: 120_000 },
  async () => {
    for (const sql of BOMBS) {
      const start = performance.now();
      const error = await telemetry.sql(sql, { deadlineMs: 800 }).then(
        (result) => new Error(`answered with ${JSON.stringify(result.rows).slice(0, 200)}`),
        (reason: unknown) => reason as Error,
      );
      expect(error, sql).toBeInstanceOf(DwellError);
      expect(
        ['SQL_DEADLINE', 'SQL_MEMORY', 'SQL_ERROR', 'SQL_TOO_LARGE'],
        `${sql}: ${error.message}`,
      ).toContain((error as DwellError).code);
      expect(performance.now() - start, sql).toBeLessThan(6000);
      await good();
    }
  },
);

test('a withheld enrichment stays NULL however it is asked for', async () => {
  const asks = [
    `SELECT token_issued FROM http_activity WHERE token_issued IS NOT NULL`,
    `SELECT h.token_issued FROM http_activity h WHERE h.token_issued IS NOT NULL`,
    `SELECT * FROM (SELECT * FROM http_activity) WHERE token_issued`,
    `SELECT * FROM http_activity JOIN (SELECT true AS token_issued) USING (token_issued)`,
    `SELECT 1 FROM http_activity NATURAL JOIN (SELECT true AS token_issued)`,
  ];
  for (const sql of asks) expect((await telemetry.sql(sql)).rows, sql).toEqual([]);
  telemetry.update({ view: viewAt(1, { enrichments: ALL_ON }) });
  for (const sql of asks) expect((await telemetry.sql(sql)).rows.length, sql).toBeGreaterThan(0);
  telemetry.update({ view: viewAt(1) });
  for (const sql of asks) expect((await telemetry.sql(sql)).rows, sql).toEqual([]);
});

test('ordinary analysis is allowed: joins, windows, WITH, sets, lists, dates', async () => {
  const asks = [
    `WITH http_activity AS (SELECT * FROM http_activity WHERE status_code = 404) SELECT count(*) FROM http_activity`,
    `WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT sum(n) FROM t`,
    `SELECT src_ip, count(DISTINCT target_uid) AS d FROM http_activity GROUP BY ALL HAVING d > 10 ORDER BY d DESC LIMIT 5`,
    `SELECT time - lag(time) OVER (PARTITION BY src_ip ORDER BY time) AS gap FROM http_activity QUALIFY gap IS NOT NULL LIMIT 3`,
    `SELECT date_trunc('hour', time) AS h, count(*) FILTER (WHERE status = 'Failure') FROM http_activity GROUP BY h`,
    `SELECT * EXCLUDE (user_agent) REPLACE (upper(endpoint) AS endpoint) FROM http_activity LIMIT 1`,
    `SELECT a.user_uid FROM authentication a SEMI JOIN http_activity h ON a.user_uid = h.target_uid LIMIT 1`,
    `SELECT endpoint FROM http_activity UNION SELECT endpoint FROM endpoint_minute ORDER BY 1`,
    `SELECT unnest(['a', 'b']), {'x': 1}, [x * 2 FOR x IN [1, 2]], interval 1 day, DATE '2025-04-14', CASE WHEN true THEN 1 END`,
    `SELECT quantile_cont(n, 0.9), entropy(n) FROM (SELECT count(*) AS n FROM http_activity GROUP BY src_ip)`,
    `FROM range(3) SELECT count(*)`,
    `SELECT 1 -- a comment at the end`,
    `SELECT DISTINCT ON (endpoint) endpoint, time FROM http_activity ORDER BY endpoint, time;`,
  ];
  for (const sql of asks) expect((await telemetry.sql(sql)).rows.length, sql).toBeGreaterThan(0);
});

test('a person may be shown some of the tables: the others are not there, by any name', async () => {
  const tables = ['http_activity'];
  const few = (sql: string) => telemetry.sql(sql, { tables });
  expect((await few('SELECT endpoint FROM http_activity LIMIT 1')).rows).toHaveLength(1);
  for (const sql of [
    'SELECT * FROM authentication LIMIT 1',
    'SELECT (SELECT count(*) FROM authentication)',
    'WITH a AS (FROM authentication) SELECT * FROM a',
    'SELECT * FROM http_activity h SEMI JOIN authentication a ON a.user_uid = h.target_uid',
  ])
    await expect(few(sql), sql).rejects.toMatchObject({ code: 'SQL_REFUSED' });
  await good();
});

test('a worker that was killed is replaced, and the next query answers', async () => {
  const before = telemetry.workerPid;
  expect(before).not.toBeNull();
  process.kill(before!, 'SIGKILL');
  await telemetry
    .sql('SELECT 1')
    .catch((error: DwellError) => expect(error.code).toBe('SQL_MEMORY'));
  await good();
  expect(telemetry.workerPid).not.toBe(before);
});
