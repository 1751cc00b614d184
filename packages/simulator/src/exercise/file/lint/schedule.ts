import type { SimTime } from '@dwell/core';
import type { Condition, ExercisePlan } from '../../types.ts';

/**
 * When each inject comes if nobody does anything that it waits for: on time alone, or after others
 * that come so. What hangs on people's acts has no time here.
 */
export function schedule(plan: ExercisePlan): Map<string, SimTime> {
  const times = new Map<string, SimTime>();
  const byId = new Map(plan.injects.map((inject) => [inject.id, inject]));
  for (let before = -1; before < times.size;) {
    before = times.size;
    for (const { id, trigger } of plan.injects) {
      if (times.has(id) || !trigger) continue;
      const at = timeOf(trigger.when, (inject, is) => {
        const sent = times.get(inject);
        if (sent === undefined || is === 'met') return null;
        if (is !== 'missed') return sent;
        const within = byId.get(inject)?.within ?? null;
        return within === null ? null : sent + within;
      });
      if (at !== null) times.set(id, at + trigger.after);
    }
  }
  return times;
}

/** Time at which a condition comes true by itself; null when it takes people. */
export function timeOf(
  condition: Condition,
  injectTime: (inject: string, is: 'sent' | 'read' | 'met' | 'missed') => SimTime | null,
): SimTime | null {
  if ('at' in condition) return condition.at;
  if ('inject' in condition) return injectTime(condition.inject, condition.is);
  if ('not' in condition) return 0;
  if ('all' in condition) {
    const times = condition.all.map((each) => timeOf(each, injectTime));
    return times.some((time) => time === null) ? null : Math.max(...times.map(Number));
  }
  if ('any' in condition) {
    const times = condition.any.flatMap((each) => timeOf(each, injectTime) ?? []);
    return times.length === 0 ? null : Math.min(...times);
  }
  return null;
}
