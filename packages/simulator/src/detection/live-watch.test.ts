// Goal: deployed rules raise the same alerts however often they look, and after being saved and restored.
import { DAY_MS, HOUR_MS, MINUTE_MS, TICK_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { Run } from '../run/run.ts';
import type { Snapshot } from '../run/snapshot.ts';
import { loadScenario } from '../scenario/load.ts';
import type { DayFrame } from '../world/day-frame.ts';
import type { Alert } from './alert-tracker.ts';
import { LiveWatch, alertId } from './live-watch.ts';
import { ruleTexts } from './rule-set.ts';

const scenario = loadScenario('insider-key');
const input = { scenario, seed: 42, scale: 10_000 };
const DEPLOYED_AT = 134 * DAY_MS;
const UNTIL = 142 * DAY_MS + 7 * HOUR_MS;

const textOf = (name: string) =>
  ruleTexts('shipped').find(({ file }) => file === `${name}.yml`)!.text;

let kept: Snapshot | null = null;

/** The run before anything is deployed; lived through once. */
function before(): Snapshot {
  if (kept) return kept;
  const run = new Run(input, { keep: false });
  run.advance(DEPLOYED_AT);
  return (kept = run.snapshot());
}

/** Lives through the rest of the run with looks every `everyMs`; the rules are saved and restored every `saveEvery` looks. */
function live(everyMs: number, saveEvery = Infinity, name = 'missing-per-source') {
  let finished: DayFrame[] = [];
  const run = Run.restore(input, before(), {
    keep: false,
    onDay: (frame) => finished.push(frame),
  });
  const params = { name, text: textOf(name) };
  run.accept(
    run.submit({
      by: 'a',
      role: 'soc-lead',
      body: { do: 'respond', response: 'deploy-rule', params },
    }),
  );
  let watch = new LiveWatch(run);
  const epoch = (at: number) => scenario.calendar.startMs + at;
  finished = [];
  for (let looks = 1; run.now < UNTIL; looks++) {
    run.advance(Math.min(UNTIL, run.now + everyMs, nextMidnight(run.now)));
    for (const frame of finished)
      watch.look(frame, epoch((frame.firstTick + frame.ticks) * TICK_MS));
    finished = [];
    if (run.world.frame.ticks > 0) watch.look(run.world.frame, epoch(run.now));
    if (looks % saveEvery > 0) continue;
    const saved = structuredClone(watch.snapshot());
    watch = new LiveWatch(run);
    watch.restore(saved);
  }
  return {
    alerts: watch.alerts,
    effectiveAt: epoch(run.responses()[0]!.effectiveAt),
    checksum: run.checksum(),
  };
}

const nextMidnight = (now: number) => (Math.floor(now / DAY_MS) + 1) * DAY_MS;
const plain = (alerts: readonly Alert[]) =>
  alerts.map((alert) => [
    alertId(alert),
    alert.group,
    alert.firstMs,
    alert.lastMs,
    alert.events,
    alert.firstAttackMs,
  ]);

test('looking once a day, every hours, or saved and restored on the way: the same alerts, all of the attack', () => {
  const daily = live(DAY_MS);
  expect(daily.alerts.length).toBeGreaterThan(3);
  expect(daily.alerts.every((alert) => alert.firstMs >= daily.effectiveAt)).toBe(true);
  expect(daily.alerts.every((alert) => alert.firstAttackMs !== null)).toBe(true);
  const often = live(5 * HOUR_MS + 20 * MINUTE_MS);
  expect(plain(often.alerts)).toEqual(plain(daily.alerts));
  const restored = live(11 * HOUR_MS, 2);
  expect(plain(restored.alerts)).toEqual(plain(daily.alerts));
  expect(new Set([daily.checksum, often.checksum, restored.checksum]).size).toBe(1);
});

test('a rule that waits for a control says nothing before the control is on', () => {
  expect(live(DAY_MS, Infinity, 'subject-missing').alerts).toEqual([]);
});

test('a text that is no rule, or names another, is not deployed', () => {
  const run = new Run(input, { keep: false });
  const deploy = (name: string, text: string) => () =>
    run.submit({
      by: 'a',
      role: 'soc-lead',
      body: { do: 'respond', response: 'deploy-rule', params: { name, text } },
    });
  expect(deploy('missing-per-source', textOf('missing-per-source'))).not.toThrow();
  expect(deploy('other', textOf('missing-per-source'))).toThrow(/missing-per-source/);
  expect(deploy('x', 'title: [')).toThrow(/x\.yml/);
  const low = textOf('subjects-per-source').replace(/gte: \d+/, 'gte: 20');
  expect(deploy('subjects-per-source', low)).toThrow(/1:10000/);
});
