import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// The built command as people call it: a process of its own.
const bin = fileURLToPath(new URL('../bin/dwell.js', import.meta.url));
const start = (...argv: string[]) =>
  spawn(process.execPath, [bin, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });

async function dwell(...argv: string[]) {
  const child = start(...argv);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => void (out += String(chunk)));
  child.stderr.on('data', (chunk) => void (err += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

const folder = () => mkdtempSync(join(tmpdir(), 'cli-'));
const short = ['run', 'insider-key', '--scale', '1:100000', '--until', '2025-01-20', '--quiet'];

test('the same run has one checksum: with records, without, and in another process', async () => {
  const place = join(folder(), 'out');
  const [stored, made, counted, other] = await Promise.all([
    dwell(...short, '--json', '--out', place),
    dwell(...short, '--json'),
    dwell(...short, '--json', '--counters-only'),
    dwell(...short, '--json', '--counters-only', '--seed', '43'),
  ]);
  const sums = [stored, made, counted, other].map(({ code, out, err }) => {
    expect([code, err]).toEqual([0, '']);
    return (JSON.parse(out) as { checksum: string }).checksum;
  });
  expect(new Set(sums.slice(0, 3)).size).toBe(1);
  expect(sums[3]).not.toBe(sums[0]);
  expect(readdirSync(place).sort()).toEqual(['bundle.json', 'labels', 'summary.json', 'telemetry']);
  expect(JSON.parse(readFileSync(join(place, 'summary.json'), 'utf8'))).toEqual(
    JSON.parse(stored.out),
  );
  expect((await dwell('verify', join(place, 'bundle.json'))).code).toBe(0);
  const again = await dwell(...short, '--out', place, '--json');
  expect([again.code, again.out]).toEqual([2, '']);
  expect(again.err).toMatch(/^error: the folder is not empty · /);
}, 60_000);

test('an interrupted run exits 130 and leaves nothing half-written', async () => {
  const base = folder();
  const child = start('run', 'insider-key', '--scale', '1:1000', '--out', join(base, 'out'));
  let err = '';
  child.stderr.on('data', (chunk) => void (err += String(chunk)));
  // The first words on stderr are the estimate: by then the folder is open.
  await once(child.stderr, 'data');
  expect(readdirSync(base)).toHaveLength(1);
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(130);
  expect(err).toMatch(/\nerror: interrupted · .* · .*\n$/);
  expect(readdirSync(base)).toEqual([]);
}, 60_000);

test('a reader that goes away is no error', async () => {
  const child = start('--help');
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(0);
});

test('bad input reaches the shell as exit 2 with an empty stdout', async () => {
  for (const argv of [
    ['run', 'no-such-scenario'],
    ['verify', './nonexistent.json'],
    ['frobnicate'],
    [],
  ]) {
    const { code, out, err } = await dwell(...argv, '--json');
    expect([code, out], argv.join(' ')).toEqual([2, '']);
    expect(err).toMatch(/^error: .+ · .+ · .+\n$/);
  }
  expect(existsSync('./nonexistent.json')).toBe(false);
});
