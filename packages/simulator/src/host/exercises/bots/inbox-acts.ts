import { REACTION_MS } from '../../../scenario/reaction.ts';
import type { Role } from '../../../scenario/roles.ts';
import { isOut, shownInject } from '../fold/inbox.ts';
import { injectFacts, plannedInject } from '../fold/team-facts.ts';
import { botDeed } from './bot-deed.ts';
import type { BotAct, BotTeam } from './bot-team.ts';

/**
 * What bots do with their inboxes: each reads what reaches it after its role's reaction time, and
 * answers as the file says where no person has the message as well.
 */
export function inboxActs(team: BotTeam): BotAct[] {
  return [...team.facts.injects.keys()].flatMap((id) => actsOn(id, team));
}

function actsOn(id: string, team: BotTeam): BotAct[] {
  const of = injectFacts(team.facts, id);
  const inject = plannedInject(team.plan, id);
  const to = shownInject(inject, of)?.to ?? [];
  if (!isOut(of) || of.sentAt === null) return [];
  const sentAt = Math.max(of.sentAt, team.startAt);
  const reads = to.flatMap((role): BotAct[] => {
    const style = team.seats.get(role);
    if (!style) return [];
    const due = sentAt + Math.min(REACTION_MS[role], inject?.bot?.afterMs ?? REACTION_MS[role]);
    return [{ due, role, style, once: true, deed: { do: 'read', inject: id } }];
  });
  const people = to.some((role) => !team.seats.has(role) && team.holders(role).length > 0);
  return people || reads.length === 0 ? reads : [...reads, ...answers(id, team, reads[0]!.role)];
}

function answers(id: string, team: BotTeam, role: Role): BotAct[] {
  const of = injectFacts(team.facts, id);
  const bot = plannedInject(team.plan, id)?.bot;
  if (!bot) return [];
  const style = team.seats.get(role)!;
  const due = Math.max(of.sentAt!, team.startAt) + bot.afterMs;
  const words = bot.text?.en ?? '';
  const acts: BotAct[] = [];
  const answered = of.answers.some(({ option }) => option !== null);
  if ((bot.option !== undefined || words) && !answered) {
    const option = bot.option === undefined ? {} : { option: bot.option };
    const text = words ? { text: words } : {};
    acts.push({
      due,
      role,
      style,
      once: true,
      deed: { do: 'answer', inject: id, ...option, ...text },
    });
  }
  const deed = bot.act && botDeed(bot.act.do, bot.act.with ?? {}, role, words);
  return deed ? [...acts, { due, role, style, once: true, deed }] : acts;
}
