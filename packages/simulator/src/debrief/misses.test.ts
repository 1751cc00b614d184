// Goal: what was missed is named, with the hunt that finds it, the rule that keeps it, and when that would have been.
import { DAY_MS, HOUR_MS } from '@dwell/core';
import type { History, HistoryAlert } from '@dwell/scoring';
import { expect, test } from 'vitest';
import { firstTrueMs } from '../detection/alert-summary.ts';
import { loadRules, scaleRules } from '../detection/rule-set.ts';
import { executeRun } from '../host/execute-run.ts';
import { ENRICHMENTS } from '../scenario/enrichments.ts';
import { shippedHunts } from '../scenario/hunt-file.ts';
import { exerciseShelf } from '../exercise/file/exercise-scenario.ts';
import { text } from '../../test/support/exercises.ts';
import { ATTACK_FROM, shortScenario } from '../../test/support/scenarios.ts';
import { BaseRun } from './base-run.ts';
import { firstAlertsOf } from './first-alerts.ts';
import { HUNT_OF_RULE, HUNT_TITLES_KO, LINK_OF_INJECT } from './miss-links.ts';
import { misses } from './misses.ts';

const alert = (
  rule: string,
  at: number,
  verdict: HistoryAlert['verdict'] = null,
): HistoryAlert => ({
  ...{ moment: `a:${rule}/${at}`, rule, at, attack: true, verdict },
});
const inject = (id: string, missedAt: number | null, matters = true) => ({
  ...{ id, subject: text(id), objectives: [], matters, sentAt: 1, metAt: null, missedAt },
  moments: ['e1', 'e7'],
});
const history = (parts: Partial<History>, detectedAt: number | null): History =>
  ({
    ...{ to: 90 * DAY_MS, injects: [], alerts: [], outcome: { detectedAt } },
    ...parts,
  }) as unknown as History;

test('a missed inject, an alert nobody judged, one put away, each with hunt and rule', () => {
  const away = { verdict: 'benign' as const, at: 9, moment: 'c9' };
  const found = misses(
    history(
      {
        injects: [
          inject('leaver-list', 5 * DAY_MS),
          inject('alert-flood', null),
          inject('first-post', 6 * DAY_MS),
          inject('noise', 1, false),
        ],
        alerts: [
          alert('page-flow', 3 * DAY_MS),
          alert('page-flow', 2 * DAY_MS),
          alert('own-rule', 4 * DAY_MS, away),
          { ...alert('page-flow', DAY_MS), attack: false },
        ],
      },
      null,
    ),
    { 'leaver-key': 12 * HOUR_MS },
  );
  expect(
    found.map(({ title, moment, hunt, rule }) => [title.en, moment, hunt?.name, rule?.name]),
  ).toEqual([
    [
      'The attack was never seen, and could have been: “Somebody who has read a signing key leaves”',
      null,
      'leavers-with-keys',
      'leaver-key',
    ],
    [
      'The attack was in alerts of “page-flow” (2), and nobody judged them',
      `a:page-flow/${2 * DAY_MS}`,
      'source-peers',
      'page-flow',
    ],
    [
      'The attack was in alerts of “own-rule” (1), and they were put away as nothing',
      `a:own-rule/${4 * DAY_MS}`,
      undefined,
      undefined,
    ],
    ['Nobody saw to “leaver-list” in time', 'e7', 'leavers-with-keys', 'leaver-key'],
  ]);
  expect(found[3]!.rule!.firstAt).toBe(12 * HOUR_MS);
  expect(found[3]!.hunt!.sql).toMatch(/^with reads as/);
});

test('only what would have been sooner than the team is told, the earliest first', () => {
  const first = { 'leaver-key': 9 * DAY_MS, 'page-flow': DAY_MS, 'key-export': null };
  const found = misses(history({}, 3 * DAY_MS), first);
  expect(found.map(({ rule, title }) => [rule!.name, title.ko.includes('2일')])).toEqual([
    ['page-flow', true],
  ]);
});

test('every link names an inject, a rule and a hunt that there are, in both languages', () => {
  const hunts = shippedHunts();
  const rules = loadRules('shipped').map(({ name }) => name);
  const ids = new Set(exerciseShelf().flatMap(({ plan }) => plan.injects.map(({ id }) => id)));
  for (const [id, { rule, hunt }] of Object.entries(LINK_OF_INJECT)) {
    expect(ids, id).toContain(id);
    expect(hunts).toContain(hunt);
    if (rule !== null) expect(rules).toContain(rule);
  }
  expect(rules).toEqual(expect.arrayContaining(Object.keys(HUNT_OF_RULE)));
  expect(Object.keys(HUNT_TITLES_KO).sort()).toEqual(hunts.toSorted());
});

test('rules would first have alerted when a whole run with all controls says so', async () => {
  const scenario = shortScenario();
  const [scale, seed, until] = [10_000, 42, 9 * DAY_MS];
  const base = new BaseRun({ scenario, seed, scale, commands: [], until });
  const first = firstAlertsOf(base);
  const { watched } = await executeRun({
    ...{ scenario, seed, scale, until, countersOnly: false, processes: 0 },
    playbook: { kind: 'playbook', name: 'none', steps: [] },
    rules: scaleRules(loadRules('shipped'), scale).rules,
    enrichments: ENRICHMENTS,
  });
  for (const [rule, at] of Object.entries(first)) {
    const ms = firstTrueMs(watched.alerts.filter((each) => each.rule === rule));
    expect([rule, at]).toEqual([rule, ms === null ? null : ms - scenario.calendar.startMs]);
  }
  expect(first['token-never-issued']).toBeLessThan(ATTACK_FROM + DAY_MS);
  expect(first).not.toHaveProperty('volume-per-token');
}, 120_000);
