import { parseTime } from '@dwell/core';
import { expect, test } from 'vitest';
import { AlertDrivenRun } from '../detection/alert-driven-run.ts';
import { loadRules, scaleRules } from '../detection/rule-set.ts';
import { Run } from '../run/run.ts';
import { loadScenario } from './load.ts';
import { loadPlaybook } from './playbook.ts';

const SCALE = 10_000;
const { rules } = scaleRules(loadRules('shipped'), SCALE);

/** Plays a shipped playbook, with the shipped rules, until a local time and sums up. */
function play(
  world: string,
  playbook: string,
  until: string,
  options: { seed?: number; set?: Record<string, number> } = {},
) {
  const scenario = loadScenario(world, { set: options.set ?? {} });
  const input = { scenario, seed: options.seed ?? 42, scale: SCALE };
  const run = new Run(input, { playbook: loadPlaybook(playbook, scenario), keep: false });
  new AlertDrivenRun(run, rules, []).advance(parseTime(until, scenario.calendar, 'test'));
  return run.summary();
}

const expertRuns = new Map<number, ReturnType<typeof play>>();
/** The expert against minted tokens, played once a seed. */
function expertRun(seed: number) {
  let summary = expertRuns.get(seed);
  if (!summary) {
    summary = play('insider-key', 'expert', '2025-05-10', { seed });
    expertRuns.set(seed, summary);
  }
  return summary;
}

test('the expert acts on the first alert and loses next to nothing, for several seeds', () => {
  for (const seed of [42, 7]) {
    const { loss, dwell, clocks, harm } = expertRun(seed);
    expect(loss.attack_requests).toBeGreaterThan(0);
    expect(loss.accounts_scaled).toBeLessThan(33_673_817 / 200);
    expect(dwell.contained === null).toBe(loss.accounts === 0);
    expect(dwell.days_undetected ?? 0).toBe(0);
    expect(harm.cost_total).toBeGreaterThan(0);
    expect(clocks.map((clock) => clock.state)).toEqual(['met', 'met', 'met']);
  }
}, 120_000);

test('the expert revokes the one token that reads too much, and leaves the key alone', () => {
  const { loss, dwell, harm } = play('insider-bulk-token', 'expert', '2025-06-20');
  expect(loss.accounts).toBeGreaterThan(0);
  expect(loss.accounts_scaled).toBeLessThan(33_673_817 / 100);
  expect(dwell.contained).toMatch(/^2025-06-02/);
  expect(harm.customer_hours_locked_out).toBe(0);
}, 120_000);

test('a copy of the key that survives every search does not help against the expert', () => {
  const { loss, dwell } = play('insider-key', 'expert', '2025-07-01', {
    set: { 'key.copy_missed': 1_000_000 },
  });
  expect(dwell.contained).not.toBeNull();
  expect(loss.accounts_scaled).toBeLessThan(33_673_817 / 20);
}, 120_000);

test('prevention loses nothing, cheaply, for several seeds', () => {
  for (const seed of [42, 7]) {
    const { loss, dwell, harm } = play('insider-key', 'prevent', '2025-05-10', { seed });
    expect([loss.accounts, dwell.days_undetected]).toEqual([0, null]);
    expect(harm.cost_total).toBeLessThan(expertRun(seed).harm.cost_total / 5);
  }
}, 120_000);

test('in the live crisis the late expert contains what the written plan takes longer for', () => {
  const nothing = play('insider-key-live', 'none', '2025-11-20');
  const late = play('insider-key-live', 'expert-late', '2025-11-20');
  const written = play('insider-key-live', 'written', '2025-11-20');
  expect(nothing.dwell.contained).toBeNull();
  expect(late.dwell.contained! < written.dwell.contained!).toBe(true);
  expect(late.loss.profile_views).toBeLessThan(written.loss.profile_views);
  expect(written.loss.profile_views).toBeLessThan(nothing.loss.profile_views);
  for (const each of [late, written])
    expect(each.clocks.map((clock) => clock.state)).toEqual(['met', 'met', 'met']);
}, 120_000);
