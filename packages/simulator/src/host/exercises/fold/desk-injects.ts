import type { SimTime } from '@dwell/core';
import type { ExerciseInject, ExercisePlan } from '../../../exercise/types.ts';
import type { DeskInject } from '../../../router/exercise-types.ts';
import { shownInject } from './inbox.ts';
import { type InjectFacts, injectFacts, type TeamFacts } from './team-facts.ts';

/** Where the world has an inject: when it is going to send it, until when it waits, and whether something took it back. */
export type InjectPlans = (id: string) => {
  plannedAt: SimTime | null;
  dueAt: SimTime | null;
  withdrawnAt?: SimTime | null;
  held?: boolean;
} | null;

/** Every inject of a team with everything that trainees are not told, in the order of time. */
export function deskInjects(
  plan: ExercisePlan,
  facts: TeamFacts,
  plans: InjectPlans,
): readonly DeskInject[] {
  const planned = new Map(plan.injects.map((inject) => [inject.id, inject]));
  const ids = [...new Set([...planned.keys(), ...facts.injects.keys()])];
  const rows = ids.flatMap((id) => {
    const row = deskInject(id, planned.get(id) ?? null, injectFacts(facts, id), plans(id));
    return row ? [row] : [];
  });
  const time = (row: DeskInject) => row.sentAt ?? row.plannedAt ?? Number.MAX_SAFE_INTEGER;
  return rows.sort((x, y) => time(x) - time(y));
}

function deskInject(
  id: string,
  inject: ExerciseInject | null,
  facts: InjectFacts,
  plans: ReturnType<InjectPlans>,
): DeskInject | null {
  const shown = shownInject(inject, facts);
  if (!shown) return null;
  const within = inject?.within ?? null;
  const due = facts.sentAt === null || within === null ? null : facts.sentAt + within;
  return {
    id,
    ...shown,
    matters: inject?.matters ?? true,
    wanted: inject?.wanted ?? null,
    ifMissed: inject?.ifMissed ?? null,
    objectives: inject?.objectives ?? [],
    plannedAt: plans?.plannedAt ?? facts.movedTo ?? timeOf(inject),
    state: stateOf(facts, plans),
    sentAt: facts.sentAt,
    dueAt: plans?.dueAt ?? due,
    metAt: facts.metAt,
    read: facts.reads.map(({ by, at }) => ({ by, at })),
  };
}

function timeOf(inject: ExerciseInject | null): SimTime | null {
  const trigger = inject?.trigger;
  return trigger && 'at' in trigger.when ? trigger.when.at + trigger.after : null;
}

function stateOf(facts: InjectFacts, plans: ReturnType<InjectPlans>): DeskInject['state'] {
  // What followed from an act may cancel an inject too: only the world knows.
  if (facts.withdrawnAt !== null || (plans?.withdrawnAt ?? null) !== null) return 'withdrawn';
  if (facts.metAt !== null) return 'met';
  if (facts.missedAt !== null) return 'missed';
  if (facts.sentAt !== null) return 'sent';
  return facts.held || plans?.held === true ? 'held' : 'planned';
}
