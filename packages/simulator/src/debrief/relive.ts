import type { SimTime } from '@dwell/core';
import type { Command } from '../run/command.ts';
import type { BaseRun, Lived } from './base-run.ts';

/** A run under another log, and the commands that could no longer be done in it. */
export type Relived = Lived & {
  /** When the two logs part; null: they do not. */
  partsAt: SimTime | null;
  dropped: { sequence: number; code: string }[];
};

/**
 * Lives a run again under a changed log, from the last remembered moment before the change. What can no
 * longer be done is left out and listed, in order of time.
 */
export function relive(base: BaseRun, commands: readonly Command[]): Relived {
  const { until } = base.logged;
  const dropped: Relived['dropped'] = [];
  const partsAt = firstDifference(base.logged.commands, commands);
  const lived = base.from(partsAt ?? until, {
    commands,
    refuse: ({ sequence }, { code }) => {
      if (base.refused.has(sequence)) return false;
      dropped.push({ sequence, code });
      return true;
    },
  });
  lived.trace.drive(lived.run, until, (to) => lived.run.advance(to));
  return { ...lived, partsAt, dropped: [...dropped, ...failedSince(base, lived)] };
}

/** Proposals that everybody agreed to and that could not be done then, though they could before. */
function failedSince(base: BaseRun, lived: Lived): Relived['dropped'] {
  const before = proposalsOf(base.lived);
  return proposalsOf(lived).flatMap(({ sequence, failed }) => {
    const was = before.find((each) => each.sequence === sequence);
    return failed !== null && was?.failed !== failed ? [{ sequence, code: failed }] : [];
  });
}

const proposalsOf = ({ run }: Lived) => run.world.state.exercise?.proposals ?? [];

/** When two logs first part; null: they do not. */
function firstDifference(one: readonly Command[], other: readonly Command[]): SimTime | null {
  const length = Math.max(one.length, other.length);
  for (let i = 0; i < length; i++) {
    const [a, b] = [one[i], other[i]];
    if (a && b && a.sequence === b.sequence && a.at === b.at && a.body === b.body) continue;
    return Math.min(a?.at ?? Infinity, b?.at ?? Infinity);
  }
  return null;
}
