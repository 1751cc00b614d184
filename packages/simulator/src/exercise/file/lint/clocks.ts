import { jurisdictionsAt } from '../../clocks/load-jurisdiction.ts';
import type { ClockStart } from '../../clocks/types.ts';
import type { Effect, ExercisePlan } from '../../types.ts';
import type { Linted } from './lint-exercise.ts';

/** Does something in the exercise give the event from which each legal clock of its places runs? */
export function checkClocks({ plan, scenario, list }: Linted): void {
  plan.jurisdictions.forEach((name, i) => {
    const laws = jurisdictionsAt([name], scenario.calendar, scenario.starts[plan.mode]);
    for (const rule of laws.flatMap((law) => law.rules)) {
      const missing = whatIsMissing(rule.starts, plan);
      if (missing === null) continue;
      const what = `nothing starts the clock ${rule.id}: ${missing}`;
      const todo = 'add it, or take the place out of jurisdictions';
      list.add(['jurisdictions', i], what, todo, { code: 'EXERCISE_CLOCK' });
    }
  });
}

function whatIsMissing(starts: ClockStart, plan: ExercisePlan): string | null {
  switch (starts.at) {
    case 'materiality-determined': {
      const decision = plan.decisions.find((each) => each.id === starts.decision);
      if (!decision) return `there is no decision "${starts.decision}"`;
      if (decision.options.some((option) => option.id === starts.option)) return null;
      return `decision "${starts.decision}" has no option "${starts.option}"`;
    }
    case 'notice-sent':
      return may(plan, ['notify-people', 'people-notice']) ? null : 'nobody may notify people';
    case 'filed':
      return null;
    default:
      return provesAwareness(plan) ? null : 'nothing proves that the team knew';
  }
}

/** Somebody may declare, or something proves it without. */
function provesAwareness(plan: ExercisePlan): boolean {
  const effects: readonly Effect[] = [
    ...plan.injects.flatMap((one) => [...one.missed, ...one.options.flatMap((o) => o.effects)]),
    ...plan.decisions.flatMap((one) => one.options.flatMap((o) => o.effects)),
  ];
  return (
    may(plan, ['declare']) ||
    plan.injects.some((inject) => inject.aware) ||
    effects.some((effect) => effect.do === 'aware')
  );
}

function may({ cards }: ExercisePlan, acts: readonly string[]): boolean {
  if (cards.length === 0) return true;
  return cards.some(
    (card) =>
      acts.some((act) => card.alone.includes(act)) ||
      card.withSecond.some(({ act }) => acts.includes(act)),
  );
}
