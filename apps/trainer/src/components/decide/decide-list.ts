import type { ConsoleSections, DecisionCard, ProposalCard, Role } from '@dwell/simulator/router';

/** Something on the decision screen: a question that can be decided, or an act that was proposed. */
export type Item =
  | { id: string; kind: 'card'; card: DecisionCard }
  | { id: string; kind: 'proposal'; proposal: ProposalCard };

export const GROUPS = ['asks', 'open', 'waiting', 'others', 'taken'] as const;
export type Group = (typeof GROUPS)[number];

const ofCard = (card: DecisionCard): Item => ({ id: `d:${card.id}`, kind: 'card', card });
const ofProposal = (proposal: ProposalCard): Item => ({
  id: `p:${proposal.sequence}`,
  kind: 'proposal',
  proposal,
});

/**
 * What waits for a decision, what asks the viewer first: proposals they must agree to, questions their
 * roles may answer, proposals that wait for others, questions of others, and what has been taken, newest first.
 */
export function decideGroups(
  { cards, proposals }: ConsoleSections['decisions'],
  roles: readonly Role[],
): Readonly<Record<Group, readonly Item[]>> {
  const waiting = proposals.filter((each) => each.effectiveAt === null && each.failed === null);
  const when = (each: ProposalCard) => each.effectiveAt ?? each.at;
  const done = proposals
    .filter((each) => !waiting.includes(each))
    .toSorted((a, b) => when(b) - when(a) || b.sequence - a.sequence);
  const open = cards.filter((card) => card.taken === null);
  const own = (card: DecisionCard) => card.roles.some((role) => roles.includes(role));
  return {
    asks: waiting.filter((each) => each.asksYou).map(ofProposal),
    open: open.filter(own).map(ofCard),
    waiting: waiting.filter((each) => !each.asksYou).map(ofProposal),
    others: open.filter((card) => !own(card)).map(ofCard),
    taken: done.map(ofProposal),
  };
}
