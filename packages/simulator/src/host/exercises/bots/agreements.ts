import { isSomebodyElse } from '../../../exercise/world/proposals.ts';
import { REACTION_MS } from '../../../scenario/reaction.ts';
import type { Role } from '../../../scenario/roles.ts';
import type { ProposalFacts } from '../fold/team-facts.ts';
import { type BotAct, botId, type BotTeam } from './bot-team.ts';

/** Bots agree to proposals that need their role, after its reaction time, where no person could. */
export function agreements(team: BotTeam): BotAct[] {
  return team.facts.proposals.flatMap((proposal) => {
    if (proposal.effectiveAt !== null || personCould(proposal, team)) return [];
    const role = proposal.needs.find((needed): needed is Role => mayAgree(proposal, needed, team));
    if (!role) return [];
    const deed = { do: 'agree' as const, proposal: proposal.sequence };
    const style = team.seats.get(role)!;
    return [{ due: proposal.at + REACTION_MS[role], role, style, once: true, deed }];
  });
}

function mayAgree(proposal: ProposalFacts, role: string, { seats }: BotTeam): boolean {
  const style = seats.get(role as Role);
  return style !== undefined && isSomebodyElse(proposal, { by: botId(style), role });
}

function personCould({ needs, by }: ProposalFacts, { seats, holders }: BotTeam): boolean {
  return needs.some(
    (role) => !seats.has(role as Role) && holders(role as Role).some((holder) => holder !== by),
  );
}
