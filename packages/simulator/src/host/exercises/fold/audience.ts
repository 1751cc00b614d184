import type { ExercisePlan } from '../../../exercise/types.ts';
import type { Role } from '../../../scenario/roles.ts';

/** For whom a section is made: everybody with these roles sees the same. */
export type Audience = {
  roles: readonly Role[];
  /** Set when somebody's own proposals wait for their roles: they are not asked to agree with themselves. */
  person: string | null;
};

/** Names an audience; people with the same name share what is made for them. */
export function audienceKey({ roles, person }: Audience): string {
  return `${roles.toSorted().join(',')}|${person ?? ''}`;
}

/** Is one of these roles among the audience's? */
export function hears({ roles }: Audience, to: readonly string[]): boolean {
  return roles.some((role) => to.includes(role));
}

/** Every role of the plan: what an observer looks over. */
export function allRoles(plan: ExercisePlan): Role[] {
  return plan.cards.map((card) => card.role);
}
