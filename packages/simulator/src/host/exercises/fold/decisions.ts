import type { ExercisePlan } from '../../../exercise/types.ts';
import type { ConsoleSections, ProposalCard } from '../../../router/exercise-types.ts';
import { type Audience, hears } from './audience.ts';
import { optionCard } from './inbox.ts';
import type { ProposalFacts, TeamFacts } from './team-facts.ts';

/**
 * Decisions that a role set may propose or must agree to, and the proposals of the whole team with the
 * questions that they answer: who decided what, and why, is everybody's to see. `open` tells which
 * decisions can be taken by now.
 */
export function decisionsSection(
  plan: ExercisePlan,
  facts: TeamFacts,
  audience: Audience,
  open: (decision: string) => boolean = () => true,
): ConsoleSections['decisions'] {
  const proposed = new Set(
    facts.proposals.flatMap(({ act }) => (act.do === 'decide' ? [act.decision] : [])),
  );
  const cards = plan.decisions
    .filter(
      ({ id, roles, approvers }) =>
        proposed.has(id) || (open(id) && hears(audience, [...roles, ...approvers])),
    )
    .map(({ id, title, question, roles, approvers, options }) => ({
      ...{ id, title, question, roles, approvers },
      options: options.map(optionCard),
      taken: facts.decided.get(id) ?? null,
    }));
  return { cards, proposals: facts.proposals.map((proposal) => proposalCard(proposal, audience)) };
}

function proposalCard(proposal: ProposalFacts, audience: Audience): ProposalCard {
  return { ...proposal, asksYou: asks(proposal, audience) };
}

/** Does a proposal wait for a role of this audience? */
export function asks(proposal: ProposalFacts, { roles, person }: Audience): boolean {
  if (proposal.effectiveAt !== null || proposal.by === person) return false;
  return roles.some((role) => proposal.needs.includes(role));
}
