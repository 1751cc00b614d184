import { invariant } from '@dwell/core';
import type { Role } from '../../scenario/roles.ts';
import type { Inject, Scenario } from '../../scenario/types.ts';
import type { WorldApi } from '../../world/world-api.ts';
import type { Condition, ExerciseInject } from '../types.ts';
import type { ExerciseState, InjectState } from './state.ts';

const planned = new WeakMap<Scenario, readonly ExerciseInject[]>();

/**
 * Every inject of an exercise: the plan's, and those of the scenario itself that the plan does not
 * name. One list, whoever sends them.
 */
export function plannedInjects(scenario: Scenario): readonly ExerciseInject[] {
  let all = planned.get(scenario);
  if (!all) {
    const plan = scenario.exercise?.injects ?? [];
    const ids = new Set(plan.map(({ id }) => id));
    all = [...plan, ...scenario.injects.filter(({ id }) => !ids.has(id)).map(bare)];
    planned.set(scenario, all);
  }
  return all;
}

const byId = new WeakMap<Scenario, ReadonlyMap<string, ExerciseInject>>();

/** The inject of that name as planned; undefined for those that the facilitator made. */
export function plannedInject(scenario: Scenario, id: string): ExerciseInject | undefined {
  let all = byId.get(scenario);
  if (!all) {
    all = new Map(plannedInjects(scenario).map((inject) => [inject.id, inject]));
    byId.set(scenario, all);
  }
  return all.get(id);
}

/** An inject of which nothing is wanted. */
function bare({
  id,
  to,
  channel,
  from,
  subject,
  body,
  dayZero,
}: Omit<Inject, 'at'>): ExerciseInject {
  return {
    id,
    channel,
    from,
    subject,
    body,
    ...(dayZero && { dayZero }),
    to: [to as Role],
    trigger: { when: { inject: id, is: 'sent' }, after: 0 },
    options: [],
    met: null,
    within: null,
    missed: [],
    hints: [],
    objectives: [],
    matters: true,
  };
}

/** The scenario's own inject of that name, if it is the scenario that says when it is sent. */
export function sentByScenario(scenario: Scenario, id: string): Inject | null {
  const own = scenario.injects.find((inject) => inject.id === id);
  const inject = plannedInject(scenario, id);
  if (!own || !inject?.trigger) return null;
  const { when } = inject.trigger;
  return 'inject' in when && when.inject === id && when.is === 'sent' ? own : null;
}

/** Does an inject of the scenario come as long after the first mail as planned, and not at all without it? */
export function waitsForDayZero(scenario: Scenario, inject: Inject): boolean {
  return !inject.dayZero && inject.at >= scenario.starts.crisis;
}

/** Is it the mail that makes day zero? */
export function makesDayZero(scenario: Scenario, id: string): boolean {
  return (
    plannedInject(scenario, id)?.dayZero === true ||
    scenario.injects.some((inject) => inject.id === id && inject.dayZero)
  );
}

/** The inject as it stands: what the facilitator wrote goes before the plan. Null when there is none. */
export function injectAsItStands(
  scenario: Scenario,
  state: ExerciseState,
  id: string,
): ExerciseInject | null {
  const changed = under(state.injects, id);
  if (!changed) return null;
  const made = plannedInject(scenario, id) ?? bare({ id, to: '', channel: 'mail', ...EMPTY });
  return {
    ...made,
    ...changed.wording,
    ...(changed.to ? { to: changed.to as Role[] } : {}),
    ...(changed.channel ? { channel: changed.channel } : {}),
  };
}

const EMPTY = { from: '', subject: { en: '', ko: '' }, body: { en: '', ko: '' } };

/** What counts as having done what an inject wants; null when nothing is wanted. */
export function whatIsMet(inject: ExerciseInject): Condition | null {
  if (inject.met) return inject.met;
  const asks = inject.options.length > 0 || inject.wanted !== undefined || inject.within !== null;
  return asks ? { answer: inject.id } : null;
}

/** The exercise of a world that has one. */
export function exerciseOf(world: WorldApi): ExerciseState {
  const { exercise } = world.state;
  invariant(exercise !== null, 'this run has no exercise', 'exercise');
  return exercise;
}

/** What is kept under a name that people give; undefined where there is nothing. */
export function under<Value>(kept: { [name: string]: Value }, name: string): Value | undefined {
  return Object.hasOwn(kept, name) ? kept[name] : undefined;
}

/** The state of an inject that is known to exist. */
export function injectState(world: WorldApi, id: string): InjectState {
  const state = under(exerciseOf(world).injects, id);
  invariant(state !== undefined, `there is no inject ${id}`, 'exercise');
  return state;
}
