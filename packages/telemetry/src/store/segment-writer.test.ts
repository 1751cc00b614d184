import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, symlinkSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { builtEntry, DwellError } from '@dwell/core';
import { expect, test } from 'vitest';
import {
  AUTH_PER_DAY,
  CALENDAR,
  DAY0_MS,
  folder,
  HTTP_PER_DAY,
  writeDays,
} from '../../test/written.ts';
import { syntheticHttp } from '../bench/synthetic.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { PART_ROWS } from './part-table.ts';
import { listSegments, readSegment } from './segment-file.ts';
import { openSegmentWriter } from './segment-writer.ts';

const options = (path: string) => ({
  root: join(path, 'telemetry/segments'),
  labelsRoot: join(path, 'labels/segments'),
  fromDay: 0,
  toDay: 6,
  calendar: CALENDAR,
});
const left = (path: string) => [
  ...readdirSync(join(path, 'telemetry/segments')),
  ...readdirSync(join(path, 'labels/segments')),
];

test(
  'stored columns hold exactly what the batches held, labels apart',
  { timeout: 30_000 },
  async () => {
    const place = folder();
    const written = await writeDays(place.path, 1);
    const b = written.http[0]!;
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const base = join(written.root, '0000-0000/http_activity.000');
    const label = join(written.labelsRoot, '0000-0000/http_activity.000.parquet');
    const read = await connection.runAndReadAll(
      `SELECT epoch_ms(b.time), b.* EXCLUDE (time), issued, subject_exists, canary, pages_before, label
     FROM read_parquet('${base}.parquet') b POSITIONAL JOIN read_parquet('${base}.token-issued.parquet')
     POSITIONAL JOIN read_parquet('${base}.subject-exists.parquet') POSITIONAL JOIN read_parquet('${base}.canary.parquet')
     POSITIONAL JOIN read_parquet('${base}.page-flow.parquet') POSITIONAL JOIN read_parquet('${label}')`,
    );
    const stored = read.getColumns().map((values) => values.map(Number));
    const given = [
      b.time,
      b.endpoint,
      b.status,
      b.target,
      b.principal,
      b.token,
      b.kid,
      b.source,
      b.agent,
      b.check,
      b.issued,
      b.exists,
      b.canary,
      b.pagesBefore,
      b.label,
    ];
    expect(stored).toEqual(given.map((column) => Array.from(column)));
    expect(readdirSync(join(written.root, '0000-0000')).join()).not.toContain('label');
    instance.closeSync();
    place.remove();
  },
);

test(
  'batches of any length join up, parts are cut at drained, and the manifest adds up',
  { timeout: 60_000 },
  async () => {
    const place = folder();
    const writer = await openSegmentWriter(options(place.path));
    const lengths = [1, 2047, 2048, 2049, 5, 100_000, 1_400_000, 3];
    let at = 0;
    for (const n of lengths) {
      writer.http(syntheticHttp(n, DAY0_MS, at));
      at += n;
      await writer.drained();
    }
    const info = await writer.seal();
    expect(info.rows['http_activity']).toBe(at);
    const segment = readSegment(join(place.path, 'telemetry/segments/0000-0006'));
    expect(segment.parts['http_activity']!.map((p) => p.rows)).toEqual([at - 3, 3]);
    expect(at).toBeGreaterThan(PART_ROWS);
    const manifest = writeManifest(join(place.path, 'telemetry'), {
      calendar: CALENDAR,
      scenario: 's',
      scenarioHash: 'h',
      seed: 1,
      scale: 1000,
      engine: '1',
    });
    expect(manifest.rowsByClass).toEqual({ 4002: at });
    expect(readManifest(join(place.path, 'telemetry'))).toEqual(manifest);
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const folderPath = join(place.path, 'telemetry/segments/0000-0006');
    const files = segment.parts['http_activity']!.map((p) => `'${join(folderPath, p.file)}'`).join(
      ', ',
    );
    const read = await connection.runAndReadAll(
      `SELECT count(*), sum(target)::DOUBLE, max(epoch_ms(time))::DOUBLE FROM read_parquet([${files}])`,
    );
    const all = syntheticHttp(at, DAY0_MS);
    expect(read.getRows()[0]!.map(Number)).toEqual([
      at,
      all.target.reduce((a, b) => a + b, 0),
      all.time.reduce((a, b) => Math.max(a, b)),
    ]);
    instance.closeSync();
    place.remove();
  },
);

test('an aborted segment leaves nothing, a sealed one takes no more', async () => {
  const place = folder();
  const aborted = await openSegmentWriter(options(place.path));
  aborted.http(syntheticHttp(5000, DAY0_MS));
  await aborted.abort();
  expect(left(place.path)).toEqual([]);
  const sealed = await openSegmentWriter(options(place.path));
  await sealed.seal();
  expect(() => sealed.http(syntheticHttp(1, DAY0_MS))).toThrow('sealed');
  expect(left(place.path)).toEqual(['0000-0006', '0000-0006']);
  place.remove();
});

test(
  'a full disk is said in words and leaves nothing half-written',
  { timeout: 30_000 },
  async () => {
    const place = folder();
    const writer = await openSegmentWriter(options(place.path));
    writer.http(syntheticHttp(50_000, DAY0_MS));
    const unsealed = join(place.path, 'telemetry/segments', `.unsealed-0000-0006-${process.pid}`);
    symlinkSync('/dev/full', join(unsealed, 'http_activity.000.page-flow.parquet'));
    const error: unknown = await writer.seal().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DwellError);
    expect(error).toMatchObject({
      code: 'STORE_FULL',
      where: join(place.path, 'telemetry/segments'),
    });
    expect(left(place.path)).toEqual([]);
    place.remove();
  },
);

test('a rename that fails leaves nothing under the name', async () => {
  const place = folder();
  const writer = await openSegmentWriter(options(place.path));
  writer.http(syntheticHttp(100, DAY0_MS));
  symlinkSync('nowhere', join(place.path, 'telemetry/segments/0000-0006'));
  await expect(writer.seal()).rejects.toMatchObject({ code: 'STORE_WRITE' });
  expect(readdirSync(join(place.path, 'telemetry/segments'))).toEqual(['0000-0006']);
  expect(existsSync(join(place.path, 'telemetry/segments/0000-0006'))).toBe(false);
  place.remove();
});

test('a folder that vanished or cannot be made is said in words', async () => {
  const place = folder();
  const writer = await openSegmentWriter(options(place.path));
  writer.http(syntheticHttp(50_000, DAY0_MS));
  rmSync(join(place.path, 'telemetry'), { recursive: true });
  await expect(writer.seal()).rejects.toMatchObject({ code: 'STORE_WRITE' });
  writeFileSync(join(place.path, 'telemetry'), '');
  await expect(openSegmentWriter(options(place.path))).rejects.toMatchObject({
    code: 'STORE_WRITE',
  });
  place.remove();
});

test(
  'a writer killed in the middle leaves no segment, and the next writer clears its rest',
  { timeout: 30_000 },
  async () => {
    const place = folder();
    const built = builtEntry(import.meta.url, './segment-writer.js');
    const synthetic = builtEntry(import.meta.url, '../bench/synthetic.js');
    const script = `
    import { openSegmentWriter } from ${JSON.stringify(built)};
    import { syntheticHttp } from ${JSON.stringify(synthetic)};
    const writer = await openSegmentWriter(${JSON.stringify(options(place.path))});
    const batch = syntheticHttp(400_000, ${DAY0_MS});
    for (let i = 0; ; i++) { writer.http(batch); await writer.drained(); if (i === 8) console.log('under way'); }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(listSegments(join(place.path, 'telemetry/segments'))).toEqual([]);
    expect(left(place.path).length).toBe(2);
    const next = await openSegmentWriter(options(place.path));
    next.http(syntheticHttp(10, DAY0_MS));
    await next.seal();
    expect(left(place.path)).toEqual(['0000-0006', '0000-0006']);
    place.remove();
  },
);

test('two writers side by side do not disturb one another', { timeout: 30_000 }, async () => {
  const place = folder();
  const one = await openSegmentWriter(options(place.path));
  const two = await openSegmentWriter({ ...options(place.path), fromDay: 7, toDay: 13 });
  one.http(syntheticHttp(HTTP_PER_DAY, DAY0_MS));
  two.http(syntheticHttp(AUTH_PER_DAY, DAY0_MS));
  const sealed = await Promise.all([one.seal(), two.seal()]);
  expect(sealed.map((s) => [s.name, s.rows['http_activity']])).toEqual([
    ['0000-0006', HTTP_PER_DAY],
    ['0007-0013', AUTH_PER_DAY],
  ]);
  place.remove();
});

test('names and folders with odd characters work', async () => {
  const place = folder();
  const odd = join(place.path, `it's [a] *?`);
  mkdirSync(odd);
  const written = await writeDays(odd, 1, 100);
  expect(existsSync(join(written.root, '0000-0000/segment.json'))).toBe(true);
  await expect(openSegmentWriter({ ...options(odd), name: '../out' })).rejects.toMatchObject({
    code: 'SEGMENT_NAME',
  });
  place.remove();
});
