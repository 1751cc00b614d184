// Goal: what must see an attack sees it, by when it must, and what must be silent is silent, with every control on and with none.
import { fileURLToPath } from 'node:url';
import { parseTime, type SimTime } from '@dwell/core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadRules, scaleRules } from '../src/detection/rule-set.ts';
import { executeRun, type Executed } from '../src/host/execute-run.ts';
import { ENRICHMENTS } from '../src/scenario/enrichments.ts';
import type { KnobName } from '../src/scenario/knobs.ts';
import { loadPlaybook } from '../src/scenario/playbook.ts';
import { scenarioOf } from './support/scenarios.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const SCALE = 10_000;
const EVERYBODY = 33_673_817;
const { rules } = scaleRules(loadRules('shipped'), SCALE);
const CANARIES = fileURLToPath(new URL('../expectations/canaries.yaml', import.meta.url));
const OF_CONTROLS = [
  'token-never-issued',
  'subject-missing',
  'page-flow',
  'canary-touched',
  'custodian-left',
];
const OF_THE_VAULT = ['key-read-unusual', 'key-export', 'leaver-key'];
/** Rules whose alerts have nothing to do with these attacks, or not all of them. */
const NOISY = ['hostile-logins', 'key-export', 'custodian-left'];

type Set = { readonly [knob in KnobName]?: number };
type Asked = { scenario: string; controls: 'all' | 'none'; until?: string; set?: Set };

async function watch({ scenario: name, controls, until, set = {} }: Asked) {
  const scenario = scenarioOf(name, set);
  const time = (text: string): SimTime => parseTime(text, scenario.calendar, 'test');
  const { summary, watched, loss }: Executed = await executeRun({
    scenario,
    seed: 42,
    scale: SCALE,
    playbook: loadPlaybook(controls === 'all' ? CANARIES : 'none', scenario),
    rules,
    until: until === undefined ? scenario.run.to : time(until),
    enrichments: controls === 'all' ? [...ENRICHMENTS] : [],
    countersOnly: false,
    processes: 0,
  });
  const rowOf = (rule: string) => summary.alerts.find((alert) => alert.rule === rule);
  return {
    watched,
    lostAll: loss.total * SCALE,
    fired: summary.alerts.map((alert) => alert.rule),
    right: summary.alerts.filter((alert) => alert.true_positive_hits > 0).map(({ rule }) => rule),
    alertOf(rule: string) {
      const row = rowOf(rule);
      if (!row) throw new Error(`${rule} is silent in ${name}, controls ${controls}`);
      return { ...row, lost: row.records_lost_before_scaled };
    },
    time,
  };
}

type Watched = Awaited<ReturnType<typeof watch>>;

/** A rule alerts rightly before a time, with at most so many accounts lost until then. */
function expectBy(run: Watched, rule: string, before: string, lostMax: number): void {
  const { first_at: first, lost, true_positive_hits: right } = run.alertOf(rule);
  expect(right, rule).toBeGreaterThan(0);
  expect(run.time(first), `${rule} first at ${first}`).toBeLessThan(run.time(before));
  expect(lost, `lost before ${rule}`).toBeLessThanOrEqual(lostMax);
}

/** Of every rule but the noisy ones, at most one alert in a hundred has nothing to do with the attack. */
function expectPrecise({ watched }: Watched): void {
  const alerts = watched.alerts.filter(({ rule }) => !NOISY.includes(rule));
  const wrong = alerts.filter((alert) => alert.firstAttackMs === null);
  expect(wrong.length * 100, JSON.stringify(wrong.slice(0, 3))).toBeLessThanOrEqual(alerts.length);
}

describe.each(['all', 'none'] as const)('minted tokens, controls: %s', (controls) => {
  let run: Watched;
  beforeAll(async () => {
    run = await watch({ scenario: 'insider-key', controls });
  });

  test('the obvious rule, volume per token, is silent for 208 days', () => {
    expect(run.fired).not.toContain('volume-per-token');
  });

  test('the theft and the departure are seen at once, before anything is read', () => {
    expectBy(run, 'key-read-unusual', '2024-12-06', 0);
    expectBy(run, 'key-export', '2024-12-06', 0);
    expectBy(run, 'leaver-key', '2024-12-14', 0);
  });

  test('what needs no control sees the crawl within days, by its sources and its client', () => {
    expectBy(run, 'new-user-agent', '2025-04-15', 100_000);
    expectBy(run, 'missing-per-source', '2025-04-19', 500_000);
    expectBy(run, 'subjects-per-source', '2025-04-23', 1_000_000);
    const sources = new Set(
      run.watched.alerts
        .filter(({ rule }) => rule === 'subjects-per-source')
        .map(({ group }) => group['src_ip']),
    );
    expect(sources.size).toBe(16);
  });

  test('the mail is last: everything is lost by then', () => {
    expect(run.alertOf('attack-mail').first_at).toMatch(/^2025-11-16T22:12/);
    expect(run.alertOf('attack-mail').lost).toBe(run.lostAll);
  });

  test('password stuffing alarms, and is told apart: not one of its alerts is this attack', () => {
    expect(run.alertOf('hostile-logins').true_positive_hits).toBe(0);
  });

  test('nothing else cries wolf', () => {
    expectPrecise(run);
  });

  test('forgery shows with the first requests, canaries and page flow within two weeks, if they were bought', () => {
    if (controls === 'all') {
      expectBy(run, 'token-never-issued', '2025-04-15', 100_000);
      expectBy(run, 'subject-missing', '2025-04-15', 100_000);
      expectBy(run, 'canary-touched', '2025-04-26', 2_000_000);
      expectBy(run, 'page-flow', '2025-04-21', 700_000);
      expect(run.alertOf('token-never-issued').recall).toBeGreaterThan(0.95);
    } else for (const rule of OF_CONTROLS) expect(run.fired).not.toContain(rule);
  });

  test('the key whose reader left is told of on his last day, once, and for good', () => {
    const alerts = run.watched.alerts.filter(({ rule }) => rule === 'custodian-left');
    const days = alerts.map(({ firstMs }) => new Date(firstMs).toISOString().slice(0, 10));
    expect(days).toEqual(controls === 'all' ? ['2024-12-13'] : []);
  });
});

describe.each(['all', 'none'] as const)('one bulk token, controls: %s', (controls) => {
  let run: Watched;
  beforeAll(async () => {
    run = await watch({ scenario: 'insider-bulk-token', controls, until: '2025-06-20' });
  });

  test('the obvious rule fires within the hour', () => {
    expectBy(run, 'volume-per-token', '2025-06-02T01:00', 200_000);
    expect(run.alertOf('volume-per-token').hits).toBe(1);
  });

  test('one source with everybody’s subjects fires within two', () => {
    expectBy(run, 'subjects-per-source', '2025-06-02T02:00', 300_000);
    expectBy(run, 'new-user-agent', '2025-06-02T01:00', 200_000);
  });

  test('nothing was forged, nobody was missing, no key was taken: those are silent', () => {
    const silent = ['token-never-issued', 'subject-missing', 'missing-per-source', 'leaver-key'];
    for (const rule of [...silent, 'key-read-unusual']) expect(run.fired).not.toContain(rule);
  });

  test('the mail is last', () => {
    expect(run.alertOf('attack-mail').lost).toBe(run.lostAll);
    expect(run.lostAll).toBeGreaterThan(EVERYBODY * 0.99);
  });

  test('page flow and canaries fire on the first day, if they were bought', () => {
    if (controls === 'all') {
      expectBy(run, 'page-flow', '2025-06-02T02:00', 300_000);
      expectBy(run, 'canary-touched', '2025-06-03', 4_000_000);
    } else for (const rule of OF_CONTROLS) expect(run.fired).not.toContain(rule);
  });

  test('nothing else cries wolf', () => {
    expectPrecise(run);
  });
});

describe('an attacker who knows the rules', () => {
  const PER_SOURCE = ['subjects-per-source', 'missing-per-source', 'page-flow'];
  const facing = (set: Set) =>
    watch({ scenario: 'insider-key', controls: 'all', until: '2025-05-10', set });

  test('with 10,000 addresses nothing that counts per source fires; a single token for nobody still does', async () => {
    const run = await facing({ 'attacker.sources': 10_000 });
    for (const rule of PER_SOURCE) expect(run.right).not.toContain(rule);
    expectBy(run, 'token-never-issued', '2025-04-15', 100_000);
    expectBy(run, 'subject-missing', '2025-04-15', 100_000);
  });

  test('with a list of real customers nobody is missing; counting unissued tokens still fires', async () => {
    const run = await facing({ 'attacker.real_id_list': 1 });
    for (const rule of ['subject-missing', 'missing-per-source'])
      expect(run.right).not.toContain(rule);
    expectBy(run, 'token-never-issued', '2025-04-25', 3_000_000);
    expectBy(run, 'subjects-per-source', '2025-05-05', 6_000_000);
  });

  test('with both, the vault, the leaver, canaries and the odd client are what is left', async () => {
    const run = await facing({ 'attacker.sources': 10_000, 'attacker.real_id_list': 1 });
    expect(run.right.toSorted()).toEqual(
      [...OF_THE_VAULT, 'canary-touched', 'custodian-left', 'new-user-agent'].toSorted(),
    );
  });
});
