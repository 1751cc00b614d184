import type { Condition, ExerciseInject, ExercisePlan } from '@dwell/simulator/router';

/** Where an inject stands in the programme: a real minute, a condition's lane, or the pocket. */
export type InjectPlace = { inject: ExerciseInject; minute: number | null; pocket: boolean };

/** The simulated time that a condition names, when it is time alone. */
function timeOf(condition: Condition): number | null {
  if ('at' in condition) return condition.at;
  if ('all' in condition) {
    const times = condition.all.map(timeOf);
    return times.some((time) => time === null) ? null : Math.max(...(times as number[]));
  }
  return null;
}

/** The real minute of a simulated time by the programme's phases; null when it lies in none of them. */
export function minuteOf(plan: ExercisePlan, at: number): number | null {
  for (const { minutes, sim } of plan.phases) {
    if (!sim || at < sim.from || at > sim.to) continue;
    const share = sim.to === sim.from ? 0 : (at - sim.from) / (sim.to - sim.from);
    return minutes.from + share * (minutes.to - minutes.from);
  }
  return null;
}

/** Every inject with its place; those that matter come last, so that they are drawn on top. */
export function injectPlaces(plan: ExercisePlan): readonly InjectPlace[] {
  return plan.injects
    .map((inject) => {
      const at = inject.trigger && timeOf(inject.trigger.when);
      return {
        inject,
        minute: at === null ? null : minuteOf(plan, at + (inject.trigger?.after ?? 0)),
        pocket: inject.trigger === null,
      };
    })
    .toSorted((a, b) => Number(a.inject.matters) - Number(b.inject.matters));
}
