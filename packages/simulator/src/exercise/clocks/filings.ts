import type { SimTime } from '@dwell/core';
import type { Command } from '../../run/command.ts';
import type { WorldState } from '../../world/state.ts';
import type { LegalRule } from './types.ts';

/** What clocks are read from: the world as it stands, and the world log that made it. */
export type ClockWorld = { state: WorldState; commands: readonly Command[]; now: SimTime };

/** When a rule was met and met again, in order: filings under its id, its forms, its responses. */
export function filingsOf(rule: LegalRule, { state, commands, now }: ClockWorld): SimTime[] {
  const { forms = [], responses = [] } = rule.met;
  const { awareness, exercise } = state;
  const found: (SimTime | null | undefined)[] = [
    awareness.filed[rule.id],
    ...filedActs(rule.id, exercise, commands),
  ];
  if (responses.includes('notify-people')) found.push(awareness.peopleToldAt);
  for (const { at, rule: filed, document } of exercise?.documents ?? [])
    if (filed === rule.id || (filed === null && forms.includes(document.form))) found.push(at);
  const times = found.filter((at) => at !== null && at !== undefined && at <= now) as SimTime[];
  return [...new Set(times)].sort((x, y) => x - y);
}

/** Reports filed under a rule, by command or by a proposal that took effect; later ones count as well. */
function filedActs(
  rule: string,
  exercise: WorldState['exercise'],
  commands: readonly Command[],
): (SimTime | null)[] {
  const bare = commands.filter(({ body }) => body.do === 'file' && body.rule === rule);
  const proposed = (exercise?.proposals ?? []).filter(
    ({ act }) => act.do === 'file' && act.rule === rule,
  );
  return [...bare.map(({ at }) => at), ...proposed.map(({ effectiveAt }) => effectiveAt)];
}

/** When people were told: by the response, or by a notice that went out. */
export function peopleToldAt({ state }: ClockWorld): SimTime | null {
  const notice = state.exercise?.documents.find(
    ({ document }) => document.form === 'people-notice',
  );
  const told = [state.awareness.peopleToldAt, notice?.at].filter(
    (at) => at !== null && at !== undefined,
  );
  return told.length === 0 ? null : Math.min(...told);
}
