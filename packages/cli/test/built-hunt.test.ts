import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

// Hunts over the records of a run made and stored by the built command.
const bin = fileURLToPath(new URL('../bin/dwell.js', import.meta.url));
const run = join(mkdtempSync(join(tmpdir(), 'hunt-')), 'run');
let records: Record<string, number>;

beforeAll(() => {
  const span = ['--from', '2025-05-20', '--until', '2025-05-28'];
  const argv = [
    bin,
    'run',
    'insider-key',
    '--scale',
    '1:10000',
    ...span,
    '--out',
    run,
    '--json',
    '--quiet',
  ];
  records = (
    JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8' })) as {
      log_records: { by_class: Record<string, number> };
    }
  ).log_records.by_class;
}, 60_000);

function hunt(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'hunt', ...argv], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const rows = (...argv: string[]) =>
  JSON.parse(hunt(...argv, '--run', run, '--json', '--quiet').out) as Record<string, unknown>[];

test('the sources that use tokens never issued are the sixteen of the attacker, no more', () => {
  const found = rows('@never-issued');
  expect(found).toHaveLength(16);
  for (const row of found) expect(Number(row['tokens'])).toBeGreaterThan(10);
}, 30_000);

test('shipped hunts are asked for by name, and find the crawl', () => {
  const missing = rows('@missing-subjects', '--limit', '16');
  expect(missing.every((row) => Number(row['not_found_percent']) > 10)).toBe(true);
  expect(rows('@subjects-per-source', '--limit', '1')[0]).toMatchObject({
    day: expect.stringMatching(/^2025-05-2/),
  });
}, 60_000);

test('only the days asked for are kept, of all the records there are', () => {
  const [span] = rows(
    'select min(day) as first, max(day) as last, count(*) as n from http_activity',
  );
  expect(span).toMatchObject({ first: '2025-05-20', last: '2025-05-27' });
  expect(Number(span!['n'])).toBeLessThan(records['4002']!);
}, 30_000);

test('what a hunt may not do is one line and exit 2', () => {
  for (const sql of [
    "select * from read_text('/etc/passwd')",
    `select * from '${run}/labels/x'`,
    'drop table http_activity',
    'select 1; select 2',
    '@never-isued',
    '',
  ]) {
    const { code, out, err } = hunt(sql, '--run', run, '--json');
    expect([sql, code, out]).toEqual([sql, 2, '']);
    expect(err).toMatch(/^error: .+ · .+ · .+\n$/);
  }
  expect(hunt('select 1', '--run', './nowhere').err).toContain('no such folder');
  expect(hunt('select 1').err).toContain('--run is missing');
  expect(hunt('--run', run).err).toContain('the query is missing');
}, 60_000);

test('the schema can be listed without a run', () => {
  const listed = JSON.parse(hunt('--schema', '--json').out) as {
    table: string;
    column: string;
    enrichment: string | null;
  }[];
  expect(new Set(listed.map((row) => row.table)).size).toBe(9);
  expect(listed.find((row) => row.column === 'token_issued')?.enrichment).toBe(
    'token-issued (off)',
  );
}, 30_000);

test('records are exported whole, with labels when asked for, and never over something', () => {
  const to = join(dirname(run), 'records.ndjson');
  const argv = [bin, 'export', '--run', run, '--format', 'ocsf-ndjson', '--to', to, '--quiet'];
  const first = spawnSync(process.execPath, [...argv, '--labels', '--json'], { encoding: 'utf8' });
  expect(first.stderr).toBe('');
  const lines = readFileSync(to, 'utf8').trimEnd().split('\n');
  expect(JSON.parse(first.stdout)).toEqual({
    path: to,
    format: 'ocsf-ndjson',
    records: lines.length,
  });
  const [seen] = rows('select count(*) as n from http_activity');
  const requests = lines.map(
    (line) => JSON.parse(line) as { class_uid: number; unmapped?: { label?: number } },
  );
  expect(requests.filter((each) => each.class_uid === 4002)).toHaveLength(Number(seen!['n']));
  expect(requests.some((each) => each.unmapped?.label === 1)).toBe(true);
  const again = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect([again.status, again.stdout]).toEqual([2, '']);
  expect(readdirSync(dirname(run)).sort()).toEqual(['records.ndjson', 'run']);
}, 60_000);
