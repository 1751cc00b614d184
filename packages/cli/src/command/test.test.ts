// Goal: a rule that broke, widened or became late turns its own case red, and no other.
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, DwellError } from '@dwell/core';
import { expect, test } from 'vitest';
import { factsOf, fakeEvaluation, FIRST_AT, SILENT } from '../../test/fake-evaluation.ts';
import { fakeIo } from '../../test/fake-io.ts';
import { elements, parseXml } from '../../test/xml.ts';
import { runCli } from '../cli.ts';
import type { RuleFacts } from '../expect/facts.ts';
import type { Report } from '../expect/report.ts';
import { testCommand } from './test.ts';

const FILE = `kind: expectations
scenario: insider-key
scale: "1:10000"
seeds: [42, 43]
enrichments: all
rules: shipped
unexpected: fail
expect:
  - { rule: forged, at_least: 1, first_alert_before: 2025-04-15, max_records_lost: 400000 }
  - { rule: walk, at_least: 1, max_benign_alerts_per_day: 0.1, min_precision: 0.99 }
  - { rule: quiet, exactly: 0 }
`;

const GOOD = {
  forged: factsOf(),
  walk: factsOf({ alerts: 16, trueAlerts: 16 }),
  quiet: factsOf(SILENT),
};
const WIDE = factsOf({ alerts: 400, trueAlerts: 16, benignGroups: ['198.51.100.7'] });
const LATE = factsOf({ firstAt: FIRST_AT + 2 * DAY_MS, firstTrueAt: FIRST_AT + 2 * DAY_MS });

function setUp(text = FILE) {
  const folder = mkdtempSync(join(tmpdir(), 'test-'));
  const file = join(folder, 'e.yml');
  writeFileSync(file, text);
  return { folder, file, junit: join(folder, 'out', 'junit.xml'), cache: join(folder, 'cache') };
}

async function dwell(evaluation: ReturnType<typeof fakeEvaluation>, ...argv: string[]) {
  const io = fakeIo();
  const code = await runCli(['test', ...argv], io, [testCommand(evaluation)]);
  return { code, out: io.stdout, err: io.stderr };
}

/** Names of the cases that JUnit shows red. */
async function red(table: { [rule: string]: RuleFacts }, text = FILE) {
  const { file, junit } = setUp(text);
  const { code } = await dwell(fakeEvaluation(table), file, '--no-cache', '--junit', junit);
  const root = parseXml(readFileSync(junit, 'utf8'));
  const cases = elements(root, 'testcase').filter((one) => elements(one, 'failure').length > 0);
  return { code, red: cases.map((one) => one.attributes['name']) };
}

test('all well: exit 0, a case for every expectation and seed and one for the unexpected', async () => {
  const { file, junit } = setUp();
  const { code, out, err } = await dwell(
    fakeEvaluation(GOOD),
    file,
    '--no-cache',
    '--junit',
    junit,
  );
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/\n8 passed, 0 failed in /);
  const root = parseXml(readFileSync(junit, 'utf8'));
  expect(elements(root, 'testcase').map((one) => one.attributes['name'])).toEqual([
    'forged (seed 42)',
    'walk (seed 42)',
    'quiet (seed 42)',
    'unexpected (seed 42)',
    'forged (seed 43)',
    'walk (seed 43)',
    'quiet (seed 43)',
    'unexpected (seed 43)',
  ]);
});

test('exactly the right cases turn red', async () => {
  const both = (rule: string) => [`${rule} (seed 42)`, `${rule} (seed 43)`];
  expect(await red({ ...GOOD, forged: factsOf(SILENT) })).toEqual({ code: 1, red: both('forged') });
  expect(await red({ ...GOOD, walk: WIDE })).toEqual({ code: 1, red: both('walk') });
  expect(await red({ ...GOOD, forged: LATE })).toEqual({ code: 1, red: both('forged') });
  expect(await red({ ...GOOD, quiet: factsOf() })).toEqual({ code: 1, red: both('quiet') });
  expect(await red({ ...GOOD, other: factsOf() })).toEqual({ code: 1, red: both('unexpected') });
});

test('alerts nobody expected may be a warning, or nothing', async () => {
  const table = { ...GOOD, other: factsOf() };
  const warn = setUp(FILE.replace('unexpected: fail', 'unexpected: warn'));
  const warned = await dwell(fakeEvaluation(table), warn.file, '--no-cache', '--junit', warn.junit);
  expect(warned.code).toBe(0);
  expect(warned.err).toMatch(/^warning: unexpected: .* got alerts of other · /);
  const root = parseXml(readFileSync(warn.junit, 'utf8'));
  expect(elements(root, 'system-out')).toHaveLength(2);
  const ignore = setUp(FILE.replace('unexpected: fail', 'unexpected: ignore'));
  const evaluation = fakeEvaluation(table);
  expect((await dwell(evaluation, ignore.file, '--no-cache')).code).toBe(0);
  expect(evaluation.asked.map((ask) => ask.rules)).toEqual(
    [42, 43].map(() => ['forged', 'walk', 'quiet']),
  );
});

test('where it is asked for, both engines must agree, and a difference is red by itself', async () => {
  const text = FILE.replace('unexpected: fail', 'batch_equals_stream: true');
  expect(await red(GOOD, text)).toEqual({ code: 0, red: [] });
  const walk = { ...GOOD.walk, batchDifference: 'alerts: 16 in the stream, 15 in SQL' };
  expect(await red({ ...GOOD, walk }, text)).toEqual({
    code: 1,
    red: ['batch_equals_stream (seed 42)', 'batch_equals_stream (seed 43)'],
  });
  const { file, cache } = setUp(text);
  const evaluation = fakeEvaluation({ ...GOOD, walk });
  const { err } = await dwell(evaluation, file, '--cache', cache, '--seed', '42');
  expect(err).toContain('expected the same alerts from both engines, got others for walk');
  expect(evaluation.asked.map(({ batch }) => batch)).toEqual([true]);
  const again = await dwell(evaluation, file, '--cache', cache, '--seed', '42');
  expect([again.code, evaluation.asked.length]).toEqual([1, 1]);
  writeFileSync(file, FILE);
  expect((await dwell(evaluation, file, '--cache', cache, '--seed', '42')).code).toBe(0);
  expect(evaluation.asked.map(({ batch }) => batch)).toEqual([true, false]);
});

test('a failure says expected, got and the command that repeats it', async () => {
  const { file } = setUp();
  const evaluation = fakeEvaluation({ ...GOOD, forged: LATE });
  const { out, err } = await dwell(evaluation, file, '--no-cache', '--seed', '43');
  const expected =
    'first_alert_before: expected before 2025-04-15T00:00:00+09:00, got 2025-04-16T00:00:00+09:00';
  expect(out).toContain(expected);
  expect(out).toContain(`repeat: dwell test ${file} --rule forged --seed 43`);
  expect(err).toBe(
    `error: 1 of 4 failed: ${expected} · ${file}:9 · dwell test ${file} --rule forged --seed 43\n`,
  );
  const again = await dwell(evaluation, file, '--no-cache', '--rule', 'walk', '--seed', '43');
  expect([again.code, evaluation.asked.at(-1)!.rules]).toEqual([0, ['walk']]);
});

test('--json is one document with everything in it', async () => {
  const { file } = setUp();
  const { out } = await dwell(
    fakeEvaluation({ ...GOOD, walk: WIDE }),
    file,
    '--no-cache',
    '--json',
  );
  const report = JSON.parse(out) as Report;
  expect(report).toMatchObject({ passed: 6, failed: 2, errors: 0, cached: 0 });
  expect(report.suites[0]!.cases[1]).toMatchObject({
    name: 'walk (seed 42)',
    line: 10,
    status: 'failed',
    checks: [
      { check: 'at_least', ok: true },
      { check: 'max_benign_alerts_per_day', ok: false },
      { check: 'min_precision', ok: false },
    ],
    alerts: { count: 400, true: 16, benign: 384, precision: 0.04 },
  });
});

test('from the cache nothing runs; a changed rule runs alone', async () => {
  const { file, cache } = setUp();
  const run = async (keys: { [rule: string]: string }) => {
    const evaluation = fakeEvaluation(GOOD, { keys });
    const { code, out } = await dwell(evaluation, file, '--cache', cache, '--json');
    const { cached } = JSON.parse(out) as Report;
    return { code, cached, asked: evaluation.asked.map(({ seed, rules }) => [seed, ...rules]) };
  };
  const all = ['forged', 'walk', 'quiet'];
  expect(await run({})).toEqual({
    code: 0,
    cached: 0,
    asked: [
      [42, ...all],
      [43, ...all],
    ],
  });
  expect(await run({})).toMatchObject({ code: 0, cached: 6, asked: [] });
  expect(await run({ walk: 'changed' })).toMatchObject({
    asked: [
      [42, 'walk'],
      [43, 'walk'],
    ],
  });
  for (const name of readdirSync(cache, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.json')) writeFileSync(join(cache, name), 'damaged');
  }
  expect(await run({})).toMatchObject({
    code: 0,
    cached: 0,
    asked: [
      [42, ...all],
      [43, ...all],
    ],
  });
});

test('a team that reacts to alerts makes the rules part of the run', async () => {
  const { folder, file, cache } = setUp(FILE.replace('seeds: [42, 43]', 'playbook: ./team.yml'));
  const step = '{ when: { alert: forged }, as: identity, do: legal-hold }';
  writeFileSync(join(folder, 'team.yml'), `kind: playbook\nname: team\nsteps:\n  - ${step}\n`);
  await dwell(fakeEvaluation(GOOD), file, '--cache', cache);
  const changed = fakeEvaluation(GOOD, { keys: { walk: 'changed' } });
  await dwell(changed, file, '--cache', cache);
  expect(changed.asked.map((ask) => ask.rules)).toEqual([['forged', 'walk', 'quiet']]);
});

test('bad input ends with exit 2 before anything runs, and JUnit tells of it', async () => {
  for (const [from, to, words] of [
    ['rule: walk', 'rule: wlak', /no rule "wlak" · .*e\.yml:10:13 · did you mean "walk"\?/],
    ['scenario: insider-key', 'scenario: insider-kay', /e\.yml:2:11 /],
    ['exactly: 0', 'exactly: x', /e\.yml:11:\d+ /],
  ] as const) {
    const { file, junit } = setUp(FILE.replace(from, to));
    const evaluation = fakeEvaluation(GOOD);
    const { code, out, err } = await dwell(evaluation, file, '--json', '--junit', junit);
    expect([code, out, evaluation.asked.length]).toEqual([2, '', 0]);
    expect(err).toMatch(words);
    const root = parseXml(readFileSync(junit, 'utf8'));
    expect(root.attributes).toMatchObject({ tests: '1', errors: '1' });
  }
  const { file } = setUp();
  expect((await dwell(fakeEvaluation(GOOD), file, '--rule', 'nobody')).code).toBe(2);
  expect((await dwell(fakeEvaluation(GOOD), file, '--jobs', '0')).code).toBe(2);
  expect((await dwell(fakeEvaluation(GOOD), './nowhere.yml')).code).toBe(2);
});

test('a run that breaks is an error of its cases and ends with its own exit code', async () => {
  const { file, junit, cache } = setUp();
  const fail = new DwellError('CHILD_GONE', { what: 'it <died>', where: 'a', todo: 'b', exit: 3 });
  const evaluation = fakeEvaluation(GOOD, { fail });
  const { code, out, err } = await dwell(
    evaluation,
    file,
    '--json',
    '--cache',
    cache,
    '--junit',
    junit,
  );
  expect([code, out, err]).toEqual([3, '', 'error: it <died> · a · b\n']);
  expect(parseXml(readFileSync(junit, 'utf8')).attributes).toMatchObject({ errors: '8' });
  expect(existsSync(cache)).toBe(false);
});
