import { parseTime } from '@dwell/core';
import { expect, test } from 'vitest';
import { Run } from '../run/run.ts';
import { loadScenario } from './load.ts';
import { loadPlaybook } from './playbook.ts';

/** Plays a shipped playbook until a local time and sums up. */
function play(
  world: string,
  playbook: string,
  until: string,
  options: { seed?: number; set?: Record<string, number> } = {},
) {
  const scenario = loadScenario(world, { set: options.set ?? {} });
  const input = { scenario, seed: options.seed ?? 42, scale: 10_000 };
  const run = new Run(input, { playbook: loadPlaybook(playbook, scenario), keep: false });
  run.advance(parseTime(until, scenario.calendar, 'test'));
  return run.summary();
}

test('the expert loses under a twentieth of everything though the attack was tried, for several seeds', () => {
  for (const seed of [42, 7]) {
    const { loss, dwell, clocks, harm } = play('insider-key', 'expert', '2025-05-10', { seed });
    expect(loss.attack_requests).toBeGreaterThan(0);
    expect(loss.accounts_scaled).toBeLessThan(33_673_817 / 20);
    expect(dwell.contained).not.toBeNull();
    expect(dwell.days_undetected).toBe(2);
    expect(harm.cost_total).toBeGreaterThan(0);
    expect(clocks.map((clock) => clock.state)).toEqual(['met', 'met', 'met']);
  }
}, 60_000);

test('a copy of the key that survives every search does not help against the expert', () => {
  const { loss, dwell } = play('insider-key', 'expert', '2025-07-01', {
    set: { 'key.copy_missed': 1_000_000 },
  });
  expect(dwell.contained).not.toBeNull();
  expect(loss.accounts_scaled).toBeLessThan(33_673_817 / 20);
}, 60_000);

test('prevention loses nothing, cheaply, for several seeds', () => {
  for (const seed of [42, 7]) {
    const { loss, dwell, harm } = play('insider-key', 'prevent', '2025-04-20', { seed });
    expect([loss.accounts, dwell.days_undetected]).toEqual([0, null]);
    expect(harm.cost_total).toBeLessThan(
      play('insider-key', 'expert', '2025-04-20', { seed }).harm.cost_total / 5,
    );
  }
}, 60_000);

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
}, 60_000);
