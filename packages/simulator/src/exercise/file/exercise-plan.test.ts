// Goal: settings change a plan in the published way, the same way each time, and leave it whole.
import { canonicalJson, HOUR_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { loadScenario } from '../../scenario/load.ts';
import { ROLES } from '../../scenario/roles.ts';
import type { Condition, ExercisePlan } from '../types.ts';
import { exercisePlan, type PlanSettings, withSettings } from './exercise-plan.ts';
import { isScheduledTask, isTask } from './is-task.ts';
import { loadExerciseSource } from './load-exercise.ts';

const scenario = loadScenario('insider-key-live');
const full: PlanSettings = {
  length: 'full',
  difficulty: { noise: 1, attackerPace: 1000, logGapDays: 0, staffing: 'none' },
  jurisdictions: [],
  roles: [],
};
const source = loadExerciseSource('crisis', scenario);
const planOf = (settings: Partial<PlanSettings>) => withSettings(source, { ...full, ...settings });
const noise = (plan: ExercisePlan) =>
  plan.injects.filter((each) => !isTask(each) && !each.matters).map((each) => each.id);

test('settings that change nothing leave the file’s plan, as plain JSON', () => {
  const plan = planOf({});
  expect(plan).toEqual(JSON.parse(JSON.stringify(source.plan)));
  const again = exercisePlan('crisis', { scenario, settings: full });
  expect(canonicalJson(again)).toBe(canonicalJson(plan));
});

test('the crisis holds what its paper names: twenty injects and four in the pocket', () => {
  const plan = planOf({});
  const named =
    `ticket-orders-quoted alert-flood subject-not-found finance-real duplicate-incident key-register
    sign-out-all attacker-moves purge-tonight leaver-matched sample-records estimate-one-endpoint when-aware
    portal-opens correlation-done draft-notice press-sample impersonation-calls is-it-material hearing
    p1-false-lead p2-key-person-away p3-chat-outage p4-watching-staff`.split(/\s+/);
  const ids = plan.injects.map((inject) => inject.id);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  expect(noise(plan)).toHaveLength(37);
  expect(plan.cards.map((card) => card.role).sort()).toEqual([...ROLES].sort());
  expect(plan.decisions.length).toBeGreaterThanOrEqual(12);
});

test('noise is thinned evenly and by place alone', () => {
  const all = noise(planOf({}));
  const noisy = (share: number) =>
    noise(planOf({ difficulty: { ...full.difficulty, noise: share } }));
  expect(noisy(0)).toEqual([]);
  expect(noisy(0.5)).toEqual(all.filter((_, i) => i % 2 === 1));
  expect(noisy(0.5)).toEqual(noisy(0.5));
});

test('lengths share the minutes and keep simulated time; the shortest keeps the core', () => {
  const homework = planOf({ length: 'homework' });
  expect(homework.minutes).toBe(72 * 60);
  expect(homework.phases.map((phase) => phase.sim)).toEqual(
    planOf({}).phases.map((phase) => phase.sim),
  );
  expect(homework.injects).toEqual(planOf({}).injects);
  const short = planOf({ length: 'lightning' });
  expect(short.phases.map(({ minutes }) => [minutes.from, minutes.to])).toEqual([
    [0, 2],
    [2, 9],
    [9, 17],
    [17, 24],
    [24, 27],
    [27, 30],
  ]);
  const tasks = short.injects.filter(isScheduledTask).map((inject) => inject.id);
  expect(tasks).toContain('purge-tonight');
  expect(tasks).not.toContain('live-show');
  expect(short.injects.find((inject) => inject.id === 'ticket-orders-quoted')!.within).toBe(
    9 * HOUR_MS,
  );
});

test('an attacker in a hurry is part of the plan from its beginning', () => {
  expect(planOf({}).opening).toEqual([]);
  const hurried = planOf({ difficulty: { ...full.difficulty, attackerPace: 1500 } });
  expect(hurried.opening).toEqual([{ do: 'attacker-pace', permille: 1500 }]);
});

test.each([
  [['incident-commander']],
  [['soc-lead', 'privacy']],
  [['care', 'hr', 'executive']],
  [['incident-commander', 'identity', 'forensics', 'legal', 'communications']],
] as const)(
  'with %j alone nothing goes to a role that nobody plays, and nothing is lost',
  (roles) => {
    const plan = planOf({ roles });
    const inPlay = new Set<string>(roles);
    const mentioned = [
      ...plan.injects.flatMap((inject) => inject.to),
      ...plan.decisions.flatMap((decision) => [...decision.roles, ...decision.approvers]),
      ...plan.cards.flatMap((card) => [card.role, ...card.withSecond.flatMap((one) => one.roles)]),
    ];
    expect(mentioned.filter((role) => !inPlay.has(role))).toEqual([]);
    const acts = (cards: ExercisePlan['cards']) =>
      new Set(cards.flatMap((card) => [...card.alone, ...card.withSecond.map((one) => one.act)]));
    expect(acts(plan.cards)).toEqual(acts(planOf({}).cards));
    expect(plan.injects.map((inject) => inject.id)).toContain('portal-opens');
    expect(dangling(plan)).toEqual([]);
  },
);

test('whoever does not hunt does not open every table to a hunter it stands beside', () => {
  const [soc] = planOf({ roles: ['soc-lead', 'care'] }).cards;
  expect(soc!.tables.length).toBeGreaterThan(0);
});

test('the lightning length waits for nothing that was left out', () => {
  expect(dangling(planOf({ length: 'lightning', roles: ['care', 'legal'] }))).toEqual([]);
});

/** Injects that something which is scheduled waits for, but that are not there. */
function dangling(plan: ExercisePlan): string[] {
  const ids = new Set(plan.injects.map((inject) => inject.id));
  const named = (condition: Condition): string[] => {
    if ('all' in condition) return condition.all.flatMap(named);
    if ('any' in condition) return condition.any.flatMap(named);
    if ('not' in condition) return named(condition.not);
    return 'inject' in condition ? [condition.inject] : [];
  };
  const conditions = [
    ...plan.injects.flatMap((inject) => (inject.trigger ? [inject.trigger.when] : [])),
    ...plan.decisions.flatMap((decision) => (decision.open ? [decision.open] : [])),
  ];
  return conditions.flatMap(named).filter((id) => !ids.has(id));
}
