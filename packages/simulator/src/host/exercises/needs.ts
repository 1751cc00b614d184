import type { DwellError } from '@dwell/core';
import type { ExercisePlan } from '../../exercise/types.ts';
import type { ProposedAct } from '../../run/command.ts';
import type { Role } from '../../scenario/roles.ts';
import { notAllowed } from '../authority.ts';

/** Who could speak for a role: ids of people who sit there, or its bot when nobody does. */
export type HoldersOf = (role: Role) => readonly string[];

/** The error of whatever somebody's seat does not allow. */
export function seatRefuses(what: string, todo: string): DwellError {
  return notAllowed(what, 'your seat', todo);
}

/** Names under which authority cards speak of an act, the most particular first. */
export function actNames(act: ProposedAct): string[] {
  switch (act.do) {
    case 'respond':
      return [act.response];
    case 'declare':
      return ['declare'];
    case 'file':
      return act.document ? [act.document.form, act.rule] : [act.rule];
    case 'issue':
      return [act.document.form];
    case 'decide':
      return [act.decision];
  }
}

/**
 * Roles in one of which somebody else must agree before an act takes effect, by the authority cards of
 * the person who proposes it `as` one of their `roles`. A role that nobody else can speak for is left
 * out: a small team is not stuck. Errors: `NOT_ALLOWED` when no card of theirs lists the act.
 */
export function needsOf(
  plan: ExercisePlan,
  act: ProposedAct,
  who: { person: string; as: Role; roles: readonly Role[] },
  holders: HoldersOf,
): Role[] {
  const names = actNames(act);
  const cards = plan.cards.filter((card) => who.roles.includes(card.role));
  if (cards.some((card) => card.alone.some((name) => names.includes(name)))) return [];
  const asFirst = cards.toSorted((x, y) => Number(y.role === who.as) - Number(x.role === who.as));
  const rule = asFirst
    .flatMap((card) => card.withSecond)
    .find((second) => names.includes(second.act));
  const needed = rule?.roles ?? decisionNeeds(plan, act, who.roles);
  if (!needed) {
    throw seatRefuses(
      `no authority card of yours allows ${names[0] ?? act.do}`,
      'ask somebody whose card lists it',
    );
  }
  return needed.filter((role) => holders(role).some((holder) => holder !== who.person));
}

/** A decision may be proposed by its own roles, whatever the cards say; its approvers must agree. */
function decisionNeeds(
  plan: ExercisePlan,
  act: ProposedAct,
  roles: readonly Role[],
): readonly Role[] | null {
  if (act.do !== 'decide') return null;
  const decision = plan.decisions.find(({ id }) => id === act.decision);
  return decision?.roles.some((role) => roles.includes(role)) ? decision.approvers : null;
}
