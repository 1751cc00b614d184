import type { SimTime } from '@dwell/core';
import type { Command } from '../../run/command.ts';
import type { WorldState } from '../../world/state.ts';
import type { LegalRule } from './types.ts';

/** What clocks are read from: the world as it stands, and the world log that made it. */
export type ClockWorld = { state: WorldState; commands: readonly Command[]; now: SimTime };

/** A moment in the world log: people go on while the clock stands, so that times alone do not order them. */
export type LogPlace = { at: SimTime; sequence: number };

/** Does one come after the other in the world log? */
export function isAfter(one: LogPlace, other: LogPlace): boolean {
  return one.at > other.at || (one.at === other.at && one.sequence > other.sequence);
}

/** When a rule was met and met again, in order: filings under its id, its forms, its responses. */
export function filingsOf(rule: LegalRule, { state, commands, now }: ClockWorld): LogPlace[] {
  const { forms = [], responses = [] } = rule.met;
  const { awareness, exercise } = state;
  const found = filedActs(rule.id, exercise, commands);
  for (const { at, sequence, rule: filed, document } of exercise?.documents ?? [])
    if (filed === rule.id || (filed === null && forms.includes(document.form)))
      found.push({ at, sequence: settledBy(exercise, sequence) });
  // What a response did stands in the world alone.
  const done = [awareness.filed[rule.id]];
  if (responses.includes('notify-people')) done.push(awareness.peopleToldAt ?? undefined);
  for (const at of done)
    if (at !== undefined && !found.some((each) => each.at === at)) found.push({ at, sequence: 0 });
  return found.filter(({ at }) => at <= now).sort((x, y) => x.at - y.at || x.sequence - y.sequence);
}

/** Reports filed under a rule, by command or by a proposal that took effect; later ones count as well. */
function filedActs(
  rule: string,
  exercise: WorldState['exercise'],
  commands: readonly Command[],
): LogPlace[] {
  const bare = commands.filter(({ body }) => body.do === 'file' && body.rule === rule);
  const proposed = (exercise?.proposals ?? []).filter(
    ({ act, effectiveAt }) => act.do === 'file' && act.rule === rule && effectiveAt !== null,
  );
  return [
    ...bare.map(({ at, sequence }) => ({ at, sequence })),
    ...proposed.map(({ effectiveAt, sequence }) => ({
      at: effectiveAt!,
      sequence: settledBy(exercise, sequence),
    })),
  ];
}

/** The command by which a proposal took effect: the last to agree, or the proposal itself. */
function settledBy(exercise: WorldState['exercise'], sequence: number): number {
  const proposal = exercise?.proposals.find((each) => each.sequence === sequence);
  const voices = proposal?.agreed.filter(({ at }) => at === proposal.effectiveAt) ?? [];
  return Math.max(sequence, ...voices.map((voice) => voice.sequence));
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
