import type { SimTime } from '@dwell/core';
import type { History, MomentKind } from '../history.ts';

/** Why a measure has no value. A closed list: every language has words for each. `no-hypothesis`: no correct one. */
export type MeasureWhy =
  | 'no-attack'
  | 'not-detected'
  | 'not-contained'
  | 'no-containment'
  | 'no-bounds'
  | 'nothing-to-lose'
  | 'no-phases'
  | 'no-hypothesis'
  | 'no-alerts'
  | 'no-true-alerts'
  | 'no-verdicts'
  | 'none-called-true'
  | 'no-time'
  | 'no-commander'
  | 'no-decisions'
  | 'no-documents'
  | 'no-injects'
  | 'not-aware'
  | 'no-hold'
  | 'no-estimates'
  | 'no-new-facts'
  | 'not-revised'
  | 'no-answers'
  | 'no-confidence'
  | 'not-notified'
  | 'not-guided'
  | 'no-clocks'
  | 'none-due'
  | 'still-running';

export type Part = { of: string; value: number | null; evidence: readonly string[] };

/** What a measure came to. Evidence may be in any order and more than once: it is put in order afterwards. */
export type Figure = {
  value: number | null;
  why?: MeasureWhy;
  evidence?: readonly string[];
  at?: SimTime | null;
  parts?: readonly Part[];
};

/** A measure that could not be taken, and why. */
export function unknown(why: MeasureWhy, rest: Omit<Figure, 'value' | 'why'> = {}): Figure {
  return { value: null, why, ...rest };
}

/** Moments of some kinds within two times, ends included. */
export function momentsWithin(
  { moments }: History,
  kinds: readonly MomentKind[],
  from: SimTime,
  to: SimTime,
): string[] {
  return moments
    .filter(({ kind, at }) => kinds.includes(kind) && from <= at && at <= to)
    .map(({ id }) => id);
}

/**
 * What brought about that something was so from a time on: moments of some kinds at that very time, or
 * else the latest before it (they share one time).
 */
export function momentsUpTo(
  { moments }: History,
  kinds: readonly MomentKind[],
  at: SimTime | null,
): string[] {
  if (at === null) return [];
  const before = moments.filter((moment) => kinds.includes(moment.kind) && moment.at <= at);
  const latest = before.reduce((time, moment) => Math.max(time, moment.at), -Infinity);
  return before.filter((moment) => moment.at === latest).map(({ id }) => id);
}

/** How it came that nothing forged got through any more: the last response before, and what the attacker met then. */
export function containmentMoments(history: History): string[] {
  const at = history.outcome.containedAt;
  if (at === null) return [];
  return [...momentsUpTo(history, ['response'], at), ...momentsWithin(history, ['attack'], at, at)];
}

/** Of at least one value. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
