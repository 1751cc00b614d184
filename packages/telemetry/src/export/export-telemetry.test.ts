import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ALL_ON,
  AUTH_PER_DAY,
  DAY0_MS,
  folder,
  viewAt,
  writeDays,
  type Written,
} from '../../test/written.ts';
import { checkAgainstSchema, type OcsfSchema } from '../../test/ocsf-schema.ts';
import { checkRecord } from '../record/check-record.ts';
import { exportOcsf, exportParquet } from './export-telemetry.ts';
import { OCSF_TABLES, type OcsfObject } from './ocsf-object.ts';

const HTTP = 3000;
const place = folder();
let written: Written;
let lines: OcsfObject[];
const options = () => ({
  segments: written.root,
  view: viewAt(2, { enrichments: ALL_ON }),
  labelsRoot: written.labelsRoot,
});

beforeAll(async () => {
  written = await writeDays(place.path, 2, HTTP);
  const to = join(place.path, 'out.ndjson');
  const records = await exportOcsf(to, options());
  lines = readFileSync(to, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as OcsfObject);
  if (lines.length !== records) throw new Error(`${records} records in ${lines.length} lines`);
}, 60_000);
afterAll(() => place.remove());

test('every exported record is right by the class table, and every class is there', () => {
  const problems = lines.flatMap((record) =>
    checkRecord(record).map((p) => `${String(record['class_uid'])} ${p.path} ${p.what}`),
  );
  expect([...new Set(problems)]).toEqual([]);
  expect(new Set(lines.map((r) => r['class_uid'])).size).toBe(OCSF_TABLES.length);
  expect(lines.filter((r) => r['class_uid'] === 4002)).toHaveLength(HTTP * 2);
});

test('the checker sees what is wrong', () => {
  const sound = lines.find((r) => r['class_uid'] === 6003)!;
  expect(checkRecord({ ...sound, type_uid: 1 }).map((p) => p.path)).toEqual(['type_uid']);
  expect(checkRecord({ ...sound, actor: undefined }).map((p) => p.path)).toEqual(['actor']);
  expect(checkRecord({ ...sound, activity_id: 77, type_uid: 600_377 }).map((p) => p.path)).toEqual([
    'activity_id',
  ]);
  expect(checkRecord({ ...sound, status: null }).map((p) => p.path)).toEqual(['status']);
  expect(checkRecord({ ...sound, class_uid: 1 }).map((p) => p.path)).toEqual(['class_uid']);
});

const schemaPath = process.env['DWELL_OCSF_SCHEMA'] ?? '';

test.skipIf(!existsSync(schemaPath))(
  'every exported record is valid by the full OCSF 1.8.0 schema',
  () => {
    const schema = JSON.parse(readFileSync(schemaPath, 'utf8')) as OcsfSchema;
    const problems = new Set(lines.flatMap((record) => checkAgainstSchema(schema, record)));
    expect([...problems]).toEqual([]);
  },
);

test('a token goes to api.token, the rest of the JWT to unmapped, the label beside it', () => {
  const i = 42;
  const b = written.http[0]!;
  const record = lines.filter((r) => r['class_uid'] === 4002)[i]!;
  const subject = b.principal[i] === 0 ? b.target[i]! : 80_000_000 + b.principal[i]!;
  expect(record).toMatchObject({
    time: b.time[i],
    api: {
      token: {
        uid: String(subject * 2 ** 25 + b.token[i]!),
        created_time: DAY0_MS + Math.floor(b.token[i]! / 16) * 60_000,
      },
    },
    unmapped: {
      jwt: { kid: 'training-member-token-1', alg: 'EdDSA' },
      enrichments: { token_issued: b.issued[i] === 1 },
      label: b.label[i],
    },
  });
  const labels = lines.filter((r) => (r['unmapped'] as { label?: number })?.label === 1).length;
  expect(labels).toBe(written.http.reduce((sum, h) => sum + h.label.reduce((x, y) => x + y, 0), 0));
});

test('Parquet holds the flat views, without labels unless asked', { timeout: 30_000 }, async () => {
  const to = join(place.path, 'flat');
  await exportParquet(to, { segments: written.root, view: viewAt(2) });
  expect(readdirSync(to)).toHaveLength(OCSF_TABLES.length + 1);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
  expect(
    await read(`SELECT count(*), count(token_issued) FROM '${to}/http_activity.parquet'`),
  ).toEqual([[String(HTTP * 2), '0']]);
  expect(
    await read(
      `SELECT count(*) FROM (DESCRIBE FROM '${to}/http_activity.parquet') WHERE column_name = 'label'`,
    ),
  ).toEqual([['0']]);
  await exportParquet(`${to}-labels`, {
    ...options(),
    tables: ['http_activity', 'authentication'],
  });
  expect(
    await read(
      `SELECT count(*), sum((label = 1) <> (token_issued = false))::INTEGER FROM '${to}-labels/http_activity.parquet'`,
    ),
  ).toEqual([[String(HTTP * 2), 0]]);
  expect(await read(`SELECT count(*) FROM '${to}-labels/authentication.parquet'`)).toEqual([
    [String(AUTH_PER_DAY * 2)],
  ]);
  instance.closeSync();
});

test('an export that fails leaves nothing, and one does not overwrite', async () => {
  const to = join(place.path, 'failed.ndjson');
  writeFileSync(to, 'mine');
  await expect(exportOcsf(to, options())).rejects.toMatchObject({ code: 'EXPORT_EXISTS' });
  expect(readFileSync(to, 'utf8')).toBe('mine');
  const nowhere = join(place.path, 'no/such/folder/x.ndjson');
  await expect(exportOcsf(nowhere, options())).rejects.toMatchObject({ code: 'STORE_WRITE' });
  await expect(
    exportOcsf(join(place.path, 'y'), { ...options(), tables: ['labels'] }),
  ).rejects.toMatchObject({ code: 'TABLE' });
  const before = readdirSync(place.path).length;
  const full = join(place.path, `full.partial-${process.pid}`);
  symlinkSync('/dev/full', full);
  await expect(exportOcsf(join(place.path, 'full'), options())).rejects.toMatchObject({
    code: 'STORE_FULL',
  });
  expect(readdirSync(place.path).length).toBe(before);
});
