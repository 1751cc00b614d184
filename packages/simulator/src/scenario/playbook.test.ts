import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DwellError, HOUR_MS, MINUTE_MS, parseTime } from '@dwell/core';
import { expect, test } from 'vitest';
import { loadScenario, shippedScenarios } from './load.ts';
import { loadPlaybook, shippedPlaybooks } from './playbook.ts';
import { REACTION_MS } from './reaction.ts';

const scenario = loadScenario('insider-key');

function load(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'playbook-')), 'mine.yaml');
  writeFileSync(path, text);
  return loadPlaybook(path, scenario);
}

function complaint(text: string): string {
  try {
    load(text);
  } catch (error) {
    if (error instanceof DwellError && error.exit === 2)
      return `${error.where.replace(/^.*mine\.yaml:/, '')} ${error.message}`;
    throw error;
  }
  throw new Error('no error');
}

test('every shipped playbook resolves against every shipped scenario', () => {
  expect(shippedPlaybooks()).toEqual(['expert', 'expert-late', 'none', 'prevent', 'written']);
  for (const name of shippedPlaybooks()) {
    for (const world of shippedScenarios()) {
      const playbook = loadPlaybook(name, loadScenario(world));
      expect(playbook.name).toBe(name);
      expect(playbook.steps.length > 0).toBe(name !== 'none');
    }
  }
});

test('prevention acts before the first test; the expert acts on alerts alone', () => {
  const time = (text: string) => parseTime(text, scenario.calendar, 'test');
  for (const step of loadPlaybook('prevent', scenario).steps) {
    expect('at' in step.when && step.when.at).toBeLessThan(time('2025-01-01'));
  }
  for (const step of loadPlaybook('expert', scenario).steps) {
    if (step.do === 'enrich') expect(step.when).toEqual({ at: time('2024-12-02T09:00') });
    else expect(JSON.stringify(step.when)).toMatch(/"alert"/);
    expect(JSON.stringify(step.when)).not.toMatch(/key|leaver|inject/);
  }
});

test('times resolve from day zero and delays carry the reaction time of the role', () => {
  const { steps } = load(`kind: playbook
name: mine
steps:
  - { when: { any: [{ alert: token-never-issued }, { at: D0+4h }] }, after: 1h30m, as: identity, do: rotate-key, with: { mode: hard } }
  - { when: { at: D0-1d }, as: soc-lead, do: declare, with: { severity: high }, repeat: true }
  - { when: { all: [{ inject: first-mail }, { event: key.withdrawn }] }, as: legal, do: legal-hold }
`);
  const zero = scenario.starts.crisis;
  expect(steps[0]!.when).toEqual({
    any: [{ alert: 'token-never-issued' }, { at: zero + 4 * HOUR_MS }],
  });
  expect(steps[0]!.delayMs).toBe(90 * MINUTE_MS + REACTION_MS.identity);
  expect(steps[1]).toMatchObject({
    when: { at: zero - 24 * HOUR_MS },
    delayMs: REACTION_MS['soc-lead'],
    repeat: true,
  });
  expect(steps[2]!.with).toEqual({});
});

const step = (rest: string) => `kind: playbook\nname: mine\nsteps:\n  - ${rest}\n`;

test('what a step may not say is refused with its place', () => {
  const cases: [string, string, string][] = [
    [
      '{ when: { inject: first-mail }, as: soc-led, do: declare, with: { severity: high } }',
      'soc-led',
      'soc-lead',
    ],
    [
      '{ when: { inject: first-mial }, as: soc-lead, do: declare, with: { severity: high } }',
      'first-mial',
      'did you mean "first-mail"?',
    ],
    [
      '{ when: { inject: first-mail }, as: identity, do: rotate-keys, with: { mode: hard } }',
      'rotate-keys',
      'did you mean "rotate-key"?',
    ],
    [
      '{ when: { inject: first-mail }, as: identity, do: rotate-key, with: { mode: soft } }',
      'soft',
      'one of overlap, hard',
    ],
    [
      '{ when: { inject: first-mail }, as: identity, do: rotate-key }',
      '{ when',
      '"mode" is missing',
    ],
    [
      '{ when: { inject: first-mail }, as: identity, do: remove-key-copies, with: { x: 1 } }',
      'x: 1',
      'unknown parameter "x"',
    ],
    ['{ when: { at: D0+4 }, as: identity, do: legal-hold }', 'D0+4 ', 'D0+4h'],
    ['{ when: { at: 2025-02-30 }, as: identity, do: legal-hold }', '2025-02-30', 'not a date'],
    ['{ when: { at: 2031-01-01 }, as: identity, do: legal-hold }', '2031', 'outside insider-key'],
    [
      '{ when: { innject: first-mail }, as: identity, do: legal-hold }',
      'innject',
      'did you mean "inject"?',
    ],
    ['{ when: { inject: first-mail }, after: soon, as: identity, do: legal-hold }', 'soon', '45m'],
    [
      '{ when: { inject: first-mail }, affter: 1h, as: identity, do: legal-hold }',
      'affter',
      'did you mean "after"?',
    ],
  ];
  for (const [text, pointedAt, words] of cases) {
    const got = complaint(step(text));
    expect(got, text).toContain(words);
    expect(got.split(' ')[0], text).toBe(`4:${`  - ${text}`.indexOf(pointedAt) + 1}`);
  }
});

test('an unknown playbook lists what is shipped', () => {
  expect(() => loadPlaybook('export', scenario)).toThrow(/did you mean "expert"\?.*written/);
});
