import type { Condition, ExercisePlan } from '../types.ts';
import { isScheduledTask } from './is-task.ts';

/**
 * The plan without the scheduled tasks that are not wanted, but with those that something which stays
 * waits for: a decision that opens after one, an inject that follows from it.
 */
export function leaveOut(plan: ExercisePlan, wanted: (id: string) => boolean): ExercisePlan {
  const waitsFor = new Map(
    plan.injects.map(({ id, trigger }) => [id, trigger ? named(trigger.when) : []]),
  );
  const kept = new Set<string>();
  const keep = (id: string): void => {
    if (kept.has(id)) return;
    kept.add(id);
    for (const other of waitsFor.get(id) ?? []) keep(other);
  };
  for (const inject of plan.injects) {
    if (!isScheduledTask(inject) || wanted(inject.id)) keep(inject.id);
  }
  for (const { open } of plan.decisions) {
    for (const id of open ? named(open) : []) keep(id);
  }
  return { ...plan, injects: plan.injects.filter((inject) => kept.has(inject.id)) };
}

/** Injects that a condition speaks of. */
function named(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(named);
  if ('any' in condition) return condition.any.flatMap(named);
  if ('not' in condition) return named(condition.not);
  if ('inject' in condition) return [condition.inject];
  return 'answer' in condition ? [condition.answer] : [];
}
