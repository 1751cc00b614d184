import { agreements } from './agreements.ts';
import type { BotAct, BotTeam } from './bot-team.ts';
import { withoutDone } from './done-already.ts';
import { inboxActs } from './inbox-acts.ts';
import { playbookActs } from './playbook-acts.ts';

/** Everything that the bots of a team have still to do, by what has happened so far, soonest first. */
export function botActs(team: BotTeam): BotAct[] {
  if (team.seats.size === 0) return [];
  const acts = [...inboxActs(team), ...agreements(team), ...playbookActs(team)];
  return withoutDone(acts, team.log).sort((x, y) => x.due - y.due);
}
