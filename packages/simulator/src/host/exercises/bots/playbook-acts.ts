import type { SimTime } from '@dwell/core';
import type { When } from '../../../scenario/playbook.ts';
import { injectFacts } from '../fold/team-facts.ts';
import { botDeed } from './bot-deed.ts';
import type { ActiveStyle, BotAct, BotTeam } from './bot-team.ts';

/** The steps of the bots' playbooks for the seats they fill, each when what it waits for has come. */
export function playbookActs(team: BotTeam): BotAct[] {
  const styles = [...new Set(team.seats.values())];
  return styles.flatMap((style) => stepsOf(style, team));
}

function stepsOf(style: ActiveStyle, team: BotTeam): BotAct[] {
  return team.playbook(style).flatMap((step) => {
    if (team.seats.get(step.as) !== style) return [];
    const came = momentOf(step.when, team);
    const deed = botDeed(step.do, step.with, step.as, '');
    if (came === null || deed === null) return [];
    const due = Math.max(came, team.startAt) + step.delayMs;
    return [{ due, role: step.as, style, once: false, deed }];
  });
}

/** When a condition came true; null while it has not. */
function momentOf(when: When, team: BotTeam): SimTime | null {
  if ('at' in when) return when.at;
  if ('inject' in when) return injectFacts(team.facts, when.inject).sentAt;
  if ('alert' in when)
    return earliest(
      team.alerts.filter(({ rule }) => rule === when.alert).map(({ firstAt }) => firstAt),
    );
  if ('event' in when)
    return (
      team.events.find(({ kind, visibility }) => kind === when.event && visibility === 'shop')
        ?.at ?? null
    );
  if ('any' in when) return earliest(when.any.flatMap((each) => momentOf(each, team) ?? []));
  const all = when.all.map((each) => momentOf(each, team));
  return all.every((at) => at !== null) ? Math.max(...all) : null;
}

function earliest(times: readonly SimTime[]): SimTime | null {
  return times.length === 0 ? null : Math.min(...times);
}
