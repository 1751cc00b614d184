import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, DwellError, parseTime, toIso } from '@dwell/core';
import { expect, test } from 'vitest';
import { loadScenario, shippedScenarios } from './load.ts';
import type { AttackPhase } from './types.ts';

const SUBJECTS = 77_673_817;

/** Share of a phase's whole that falls in a span, by the area under its pace. */
function share(phase: AttackPhase, from: number, to: number): number {
  const area = (a: number, b: number): number => {
    let sum = 0;
    for (let i = 1; i < phase.pace.length; i++) {
      const [p, q] = [phase.pace[i - 1]!, phase.pace[i]!];
      const left = Math.max(a, p.at);
      const right = Math.min(b, q.at);
      if (right <= left) continue;
      const weight = (at: number) =>
        p.weight + ((q.weight - p.weight) * (at - p.at)) / (q.at - p.at);
      sum += ((weight(left) + weight(right)) / 2) * (right - left);
    }
    return sum;
  };
  return area(from, to) / area(phase.from, phase.to);
}

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'mine.yaml');
  writeFileSync(path, text);
  return path;
}

function errorOf(action: () => unknown): DwellError {
  try {
    action();
  } catch (error) {
    if (error instanceof DwellError) return error;
    throw error;
  }
  throw new Error('no error');
}

test('every shipped scenario loads, with a stable hash of its own', () => {
  const names = shippedScenarios();
  expect(names).toEqual(['insider-bulk-token', 'insider-key', 'insider-key-live']);
  const hashes = names.map((name) => loadScenario(name).hash);
  expect(new Set(hashes).size).toBe(3);
  expect(names.map((name) => loadScenario(name).hash)).toEqual(hashes);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('insider-key spans the published days', () => {
  const { calendar, run, starts, attack, horizon, injects } = loadScenario('insider-key');
  expect(toIso(calendar, 0)).toBe('2024-12-01T00:00:00+09:00');
  expect(run.to / DAY_MS).toBe(354);
  expect(toIso(calendar, starts.campaign)).toBe('2024-12-13T09:00:00+09:00');
  expect(toIso(calendar, starts.crisis)).toBe('2025-11-16T22:12:00+09:00');
  expect(toIso(calendar, horizon)).toBe('2026-01-20T00:00:00+09:00');
  expect(injects.find((inject) => inject.dayZero)?.at).toBe(starts.crisis);
  const [first, last] = [attack.phases[0]!, attack.phases.at(-1)!];
  expect(Math.floor((last.to - first.from) / DAY_MS)).toBe(208);
  const tried = attack.tests.reduce((sum, each) => sum + each.subjects, 0);
  expect(tried).toBe(10_000);
  for (const each of attack.tests) expect(toIso(calendar, each.at)).toMatch(/^2025-01/);
});

test('the pace of the first phase: a slow ramp and one peak day of 6.3 M requests in late May', () => {
  const { calendar, attack } = loadScenario('insider-key');
  const phase = attack.phases[0]!;
  const requests = 148_056_502 + 44_000_000 + 50_474 + 102_682;
  const days = Array.from({ length: 78 }, (_, day) =>
    share(phase, phase.from + day * DAY_MS, phase.from + (day + 1) * DAY_MS),
  );
  expect(days.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
  const peak = days.indexOf(Math.max(...days));
  expect(toIso(calendar, phase.from + peak * DAY_MS)).toBe('2025-05-26T00:00:00+09:00');
  expect(Math.abs((days[peak]! * requests) / 6_300_000 - 1)).toBeLessThan(0.01);
  expect(Math.abs((days[peak]! * SUBJECTS) / 2_546_000 - 1)).toBeLessThan(0.01);
  expect(days.slice(0, 5).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(0.012);
  expect(days.slice(0, 10).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(0.035);
});

test('the live variant is the same world with an attack that outlives the first mail', () => {
  const done = loadScenario('insider-key');
  const live = loadScenario('insider-key-live');
  expect(done.attack.phases.at(-1)!.to).toBeLessThan(done.starts.crisis);
  expect(live.attack.phases.at(-1)!.to).toBeGreaterThan(live.run.to);
  expect(live.attack.live).toBe(true);
  expect({ ...live.attack.phases[0], numbers: null }).toEqual({
    ...done.attack.phases[0],
    numbers: null,
  });
  // The newest members are left for last, and their turn spans the first mail.
  const last = live.attack.phases.at(-1)!;
  expect(last.numbers.from).toBe(live.attack.phases[0]!.numbers.to + 1);
  expect(last.from).toBeLessThan(live.starts.crisis);
  expect(live.attack.tests).toEqual(done.attack.tests);
  expect(live.injects).toEqual(done.injects);
  expect(live.knobs).toEqual(done.knobs);
  const left = share(last, live.starts.crisis, last.to);
  expect(left).toBeGreaterThan(0.7);
});

test('knob overrides are applied, change the hash, and are held to their range', () => {
  const plain = loadScenario('insider-key');
  const turned = loadScenario('insider-key', { set: { 'attacker.sources': '10000' } });
  expect(turned.knobs['attacker.sources']).toBe(10_000);
  expect(turned.hash).not.toBe(plain.hash);
  expect(loadScenario('insider-key', { set: { 'attacker.sources': 16 } }).hash).toBe(plain.hash);
  for (const [name, value, words] of [
    ['attacker.sources', '0', 'from 1 to 20000'],
    ['attacker.sources', '1.5', 'not a whole number'],
    ['attacker.source', '1', 'did you mean "attacker.sources"?'],
    ['__proto__', '1', 'no knob'],
  ] as const) {
    const error = errorOf(() =>
      loadScenario('insider-key', { set: Object.fromEntries([[name, value]]) }),
    );
    expect([error.code, error.exit]).toEqual(['KNOB', 2]);
    expect(error.message).toContain(words);
  }
});

test('an unknown name lists what is shipped and guesses', () => {
  const error = errorOf(() => loadScenario('insider-keys'));
  expect(error.exit).toBe(2);
  expect(error.message).toContain('did you mean "insider-key"?');
  expect(error.message).toContain('insider-bulk-token');
  expect(errorOf(() => loadScenario('./nonexistent.yml')).message).toContain('no such file');
});

test('the first problem of a file is named with line and column', () => {
  const file = fileWith(
    'kind: scenario\nextends: insider-key\nname: mine\nattack:\n  shap: minted-tokens\n',
  );
  const error = errorOf(() => loadScenario(file));
  expect(error.where).toBe(`${file}:5:3`);
  expect(error.message).toContain('did you mean "shape"?');
});

test('what a schema cannot say is checked too', () => {
  const file = fileWith(
    'kind: scenario\nextends: insider-key\nname: mine\nattack:\n  phases:\n    - name: profile\n      from: 2025-06-20\n',
  );
  const error = errorOf(() => loadScenario(file));
  expect(error.where).toBe(`${file}:7:13`);
  expect(error.message).toContain('starts before "addresses" ends');
});

test('a knob of another file keeps the place in that file', () => {
  const file = fileWith(
    'kind: scenario\nextends: insider-key\nname: mine\nknobs:\n  attacker.sources: 99999999\n',
  );
  const error = errorOf(() => loadScenario(file));
  expect(error.where).toBe(`${file}:5:3`);
  expect(error.message).toContain('out of range');
});

test('a circle of extends ends in a sentence', () => {
  const file = fileWith('kind: scenario\nextends: ./mine.yaml\nname: mine\n');
  expect(errorOf(() => loadScenario(file)).message).toContain('goes round or too deep');
});

test('times that differ only in how they are written give the same hash', () => {
  const one = fileWith('kind: scenario\nextends: insider-key\nname: mine\nhorizon: 2026-01-20\n');
  const two = fileWith(
    '# words\nkind: scenario\nname: mine\nextends: insider-key\nhorizon: "2026-01-20T00:00+09:00"\n',
  );
  expect(loadScenario(one).hash).toBe(loadScenario(two).hash);
  expect(parseTime('2026-01-20', loadScenario(one).calendar, 'test')).toBe(
    loadScenario(one).horizon,
  );
});
