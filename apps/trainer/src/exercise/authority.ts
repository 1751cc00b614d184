import type { AuthorityCard, Role } from '@dwell/simulator/router';
import type { ProposedAct } from './types.ts';

/** What the viewer's roles may do about an act: at once, with somebody else's word, or not at all. */
export type Standing =
  | { how: 'alone'; as: Role }
  | { how: 'second'; as: Role; needs: readonly Role[] }
  | { how: 'not'; who: readonly Role[] };

/** The name by which authority cards speak of an act. */
export function actName(act: ProposedAct): string {
  switch (act.do) {
    case 'respond':
      return act.response;
    case 'declare':
      return 'declare';
    case 'decide':
      return act.decision;
    case 'issue':
      return act.document.form;
    case 'file':
      return act.document?.form ?? act.rule;
  }
}

/** How the roles stand to the act of that name by the team's authority cards; the freest role of theirs counts. */
export function standingOf(
  cards: readonly AuthorityCard[],
  roles: readonly Role[],
  act: string,
): Standing {
  const own = cards.filter((card) => roles.includes(card.role));
  const alone = own.find((card) => card.alone.includes(act));
  if (alone) return { how: 'alone', as: alone.role };
  for (const card of own) {
    const second = card.withSecond.find((each) => each.act === act);
    if (second) return { how: 'second', as: card.role, needs: second.roles };
  }
  const who = cards
    .filter((card) => card.alone.includes(act) || card.withSecond.some((each) => each.act === act))
    .map((card) => card.role);
  return { how: 'not', who };
}
