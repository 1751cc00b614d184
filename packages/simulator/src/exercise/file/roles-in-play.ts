import type { Role } from '../../scenario/roles.ts';
import { leaveOut } from './leave-out.ts';
import type { AuthorityCard, ExercisePlan } from '../types.ts';

/** Who takes over from whom, nearest first. */
const STAND_INS: { readonly [role in Role]: readonly Role[] } = {
  'incident-commander': ['executive', 'soc-lead', 'privacy'],
  'soc-lead': ['forensics', 'identity', 'incident-commander'],
  identity: ['soc-lead', 'forensics', 'incident-commander'],
  forensics: ['soc-lead', 'identity', 'incident-commander'],
  privacy: ['legal', 'communications', 'incident-commander'],
  legal: ['privacy', 'executive', 'incident-commander'],
  communications: ['care', 'privacy', 'incident-commander'],
  care: ['communications', 'privacy', 'incident-commander'],
  hr: ['legal', 'executive', 'incident-commander'],
  executive: ['incident-commander', 'legal', 'privacy'],
};

/**
 * The plan for exactly these roles: what is another role's to receive, decide, agree to or use passes
 * to its stand-in, so that a small team can do all that a large one can. Tasks that are not of the
 * core and that nobody in play would have got are left out: fewer people, fewer tasks.
 */
export function withRoles(
  plan: ExercisePlan,
  roles: readonly Role[],
  core: readonly string[],
): ExercisePlan {
  const inPlay = roles.length === 0 ? plan.cards.map((card) => card.role) : roles;
  if (inPlay.length === 0) return plan;
  const place = (role: Role): Role => {
    if (inPlay.includes(role)) return role;
    return STAND_INS[role].find((each) => inPlay.includes(each)) ?? inPlay[0]!;
  };
  const places = (list: readonly Role[]): Role[] => [...new Set(list.map(place))];
  const theirs = new Set(
    plan.injects
      .filter((each) => each.to.some((role) => inPlay.includes(role)))
      .map(({ id }) => id),
  );
  const left = leaveOut(plan, (id) => core.includes(id) || theirs.has(id));
  return {
    ...left,
    injects: left.injects.map((inject) => ({ ...inject, to: places(inject.to) })),
    decisions: plan.decisions.map((decision) => ({
      ...decision,
      roles: places(decision.roles),
      approvers: places(decision.approvers),
    })),
    cards: plan.cards
      .filter((card) => inPlay.includes(card.role))
      .map((card) => {
        const others = plan.cards.filter(
          (other) => !inPlay.includes(other.role) && place(other.role) === card.role,
        );
        return others.reduce(takeOver, { ...card, withSecond: seconds(card, places) });
      }),
  };

  function takeOver(card: AuthorityCard, other: AuthorityCard): AuthorityCard {
    const alone = [...new Set([...card.alone, ...other.alone])];
    const known = new Set([...alone, ...card.withSecond.map((each) => each.act)]);
    // No tables means all of them, for those who hunt.
    const hunters = [card, other].filter((each) => each.tools.includes('hunt'));
    const everything = hunters.some((each) => each.tables.length === 0);
    return {
      ...card,
      tools: [...new Set([...card.tools, ...other.tools])],
      tables: everything ? [] : [...new Set([...card.tables, ...other.tables])],
      alone,
      withSecond: [
        ...card.withSecond.filter((each) => !alone.includes(each.act)),
        ...seconds(other, places).filter((each) => !known.has(each.act)),
      ],
    };
  }
}

function seconds(
  card: AuthorityCard,
  places: (roles: readonly Role[]) => Role[],
): AuthorityCard['withSecond'] {
  return card.withSecond.map(({ act, roles }) => ({ act, roles: places(roles) }));
}
