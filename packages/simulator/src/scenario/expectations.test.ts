// Goal: an expectations file is read with everything it names, and every slip has its place.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, DwellError } from '@dwell/core';
import { expect, test } from 'vitest';
import { loadExpectations, readExpectations } from './expectations.ts';

const FILE = `kind: expectations
scenario: insider-key
scale: "1:10000"
seeds: [42, 43]
playbook: none
enrichments: all
rules: shipped
unexpected: warn
expect:
  - { rule: a, at_least: 1, first_alert_before: 2025-04-15, max_records_lost: 4 }
  - { rule: b, exactly: 0 }
`;

const SHORT =
  'kind: expectations\nscenario: insider-key\nrules: .\nexpect:\n  - { rule: a, exactly: 0 }\n';

function file(text: string, name = 'e.yml'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'expectations-')), name);
  writeFileSync(path, text);
  return path;
}

/** `line:column message` of every problem. */
function problems(text: string): string[] {
  const found = readExpectations({ file: 'e.yml', path: file(text), text });
  return [...found.problems, ...found.dangling].map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

test('everything in the file is resolved; times are local to the scenario', () => {
  const got = loadExpectations(file(FILE));
  expect(got).toMatchObject({
    scale: 10_000,
    seeds: [42, 43],
    rules: ['shipped'],
    unexpected: 'warn',
  });
  expect(got.enrichments).toHaveLength(5);
  expect(got.scenario.name).toBe('insider-key');
  expect(got.until).toBe(got.scenario.run.to);
  expect(got.expect[0]).toMatchObject({ rule: 'a', before: 135 * DAY_MS, max_records_lost: 4 });
  expect(got.expect[1]).toMatchObject({ before: null, place: { line: 11, column: 5 } });
});

test('what is left out has a default; paths are relative to the file', () => {
  const path = file(SHORT);
  const got = loadExpectations(path);
  expect(got).toMatchObject({ scale: 1000, seeds: [42], enrichments: [], unexpected: 'fail' });
  expect(got.batchEqualsStream).toBe(false);
  expect(got.playbook.name).toBe('none');
  expect(got.rules).toEqual([join(path, '..')]);
  const cut = loadExpectations(file(`until: 2025-04-20T00:00\n${SHORT}`));
  expect(cut.until).toBe(140 * DAY_MS);
});

test('slips are named with their place', () => {
  const swap = (from: string, to: string) => problems(FILE.replace(from, to));
  expect(swap('"1:10000"', '"1:999999"')).toEqual(['3:8 "1:999999" is not a scale']);
  expect(swap('[42, 43]', '[42, 42]')).toEqual(['4:13 seed 42 stands twice']);
  expect(swap('enrichments: all', 'enrichments: [canry]')).toEqual(['6:15 no enrichment "canry"']);
  expect(swap('2025-04-15', '2025-04-31')[0]).toMatch(/^10:\d+ "2025-04-31" is not a date or time/);
  expect(swap('2025-04-15', '2024-04-15')[0]).toMatch(/before insider-key starts/);
  expect(swap('exactly: 0', 'exactly: 0, min_precision: 1')[0]).toMatch(/^11:\d+ min_precision/);
  expect(swap('kind: expectations', 'kind: expectations\nuntil: 2027-01-01')[0]).toMatch(
    /^2:8 .* lies outside insider-key/,
  );
  expect(swap('at_least', 'at_leest')).toEqual(['10:16 unknown key "at_leest"']);
});

test('what does not exist dangles, and loading refuses it', () => {
  const bad = FILE.replace('insider-key', 'insider-kay').replace('rules: shipped', 'rules: ./no');
  expect(problems(bad)).toEqual(['2:11 no scenario "insider-kay"', '7:8 no file or folder "./no"']);
  expect(() => loadExpectations(file(bad))).toThrow(DwellError);
  expect(problems(FILE.replace('playbook: none', 'playbook: ./p.yml'))).toEqual([
    '5:11 no playbook "./p.yml"',
  ]);
  expect(() => loadExpectations('./nowhere.yml')).toThrow(/no such file/);
});

test('a scenario file that is wrong is told of with its own place', () => {
  const path = file('kind: scenario\nname: x\n', 'world.yaml');
  const text = SHORT.replace('insider-key', path);
  expect(problems(text)[0]).toMatch(/^2:11 the scenario ".*world.yaml" is wrong: /);
});
