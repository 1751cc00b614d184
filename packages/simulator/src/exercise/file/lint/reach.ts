import type { Condition, Effect, ExerciseInject, ExercisePlan } from '../../types.ts';
import type { Linted } from './lint-exercise.ts';

/** Injects that can come at all, worked out from those that certainly do. */
export function checkReach({ file, plan, list }: Linted): void {
  const pocket = new Set((file.injects ?? []).filter((one) => one.pocket).map((one) => one.id));
  const reached = reachable(plan, pocket);
  const sent = new Set(everySend(plan).map((effect) => effect.inject));
  (file.injects ?? []).forEach(({ id }, i) => {
    if (reached.has(id)) return;
    const inject = plan.injects.find((one) => one.id === id)!;
    const code = 'EXERCISE_UNREACHABLE';
    const [what, todo] =
      inject.trigger === null && !sent.has(id)
        ? [`nothing sends "${id}"`, 'give it at or trigger, or mark it pocket: true']
        : [`"${id}" can never come: what it waits for cannot happen`, 'wait for something else'];
    list.add(['injects', i, ...(inject.trigger ? ['trigger'] : [])], what, todo, { code });
  });
}

/** Fewest to most: an inject is added once something that can happen sends it. */
function reachable(plan: ExercisePlan, pocket: ReadonlySet<string>): Set<string> {
  const reached = new Set<string>();
  const byId = new Map(plan.injects.map((inject) => [inject.id, inject]));
  const possible = (condition: Condition): boolean => {
    if ('all' in condition) return condition.all.every(possible);
    if ('any' in condition) return condition.any.some(possible);
    if ('inject' in condition) return reached.has(condition.inject) && comes(condition);
    if ('answer' in condition) return reached.has(condition.answer);
    if ('decision' in condition) return canBeTaken(plan, condition.decision, possible);
    if ('response' in condition) return mayBeDone(plan, condition.response);
    return true;
  };
  const comes = ({ inject, is }: { inject: string; is: string }): boolean => {
    const { met, within } = byId.get(inject)!;
    return is === 'met' ? met !== null : is === 'missed' ? within !== null : true;
  };
  for (let before = -1; before < reached.size;) {
    before = reached.size;
    for (const inject of plan.injects) {
      const own = bySend(plan, inject.id, reached, possible);
      if (own || pocket.has(inject.id) || isTriggered(inject, possible)) reached.add(inject.id);
    }
  }
  return reached;
}

function isTriggered(inject: ExerciseInject, possible: (condition: Condition) => boolean): boolean {
  const when = inject.trigger?.when;
  if (!when) return false;
  // The scenario itself sends this one.
  if ('inject' in when && when.inject === inject.id && when.is === 'sent') return true;
  return possible(when);
}

function bySend(
  plan: ExercisePlan,
  id: string,
  reached: ReadonlySet<string>,
  possible: (condition: Condition) => boolean,
): boolean {
  const sends = (effects: readonly Effect[]) =>
    effects.some((effect) => effect.do === 'send' && effect.inject === id);
  return (
    plan.injects.some(
      (inject) =>
        reached.has(inject.id) &&
        (sends(inject.missed) || inject.options.some((option) => sends(option.effects))),
    ) ||
    plan.decisions.some(
      (decision) =>
        canBeTaken(plan, decision.id, possible) &&
        decision.options.some((option) => sends(option.effects)),
    )
  );
}

function everySend(plan: ExercisePlan): Extract<Effect, { do: 'send' }>[] {
  const effects = [
    ...plan.injects.flatMap((one) => [...one.missed, ...one.options.flatMap((o) => o.effects)]),
    ...plan.decisions.flatMap((one) => one.options.flatMap((o) => o.effects)),
  ];
  return effects.filter((effect) => effect.do === 'send');
}

function canBeTaken(
  plan: ExercisePlan,
  id: string,
  possible: (condition: Condition) => boolean,
): boolean {
  const decision = plan.decisions.find((one) => one.id === id);
  return decision !== undefined && (decision.open === null || possible(decision.open));
}

/** May anybody at the table ask for it? Without cards, everybody may do everything. */
function mayBeDone({ cards }: ExercisePlan, act: string): boolean {
  return (
    cards.length === 0 ||
    cards.some((card) => card.alone.includes(act) || card.withSecond.some((one) => one.act === act))
  );
}
