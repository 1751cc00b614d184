import type { History } from '../history.ts';
import { intervalScore } from '../interval-score.ts';
import { holds, steady } from '../interval.ts';
import { type Figure, mean, type Part, unknown } from './figure.ts';

/** Hold delay, ms: from when the team can be shown to have known to the first legal hold; 0 if it was before. */
export function holdDelay({ awareAt, heldAt }: History): Figure {
  if (!heldAt) return unknown('no-hold');
  return {
    value: awareAt === null ? 0 : Math.max(0, heldAt.at - awareAt),
    at: heldAt.at,
    evidence: [heldAt.moment],
  };
}

/** Each estimate of the record in order, with a value of its own. */
function eachEstimate(
  { estimates }: History,
  value: (estimate: History['estimates'][number]) => number,
): Part[] {
  return estimates
    .toSorted((one, other) => one.at - other.at)
    .map((estimate) => ({
      of: estimate.moment,
      value: value(estimate),
      evidence: [estimate.moment],
    }));
}

/**
 * Interval score, points: mean over the estimates that the team recorded, each against what was lost by
 * then; see `intervalScore`. 0 is perfect.
 */
export function intervalPoints(history: History): Figure {
  const parts = eachEstimate(history, (each) => intervalScore(each, each.truth));
  if (parts.length === 0) return unknown('no-estimates');
  return {
    value: steady(mean(parts.map(({ value }) => value!))),
    evidence: parts.flatMap(({ evidence }) => evidence),
    parts,
  };
}

/**
 * Interval hit: 1 if the last estimate held what had been lost by then, 0 if not: it is the one that goes
 * out. Parts: each estimate.
 */
export function intervalHit(history: History): Figure {
  const parts = eachEstimate(history, (each) => Number(holds(each, each.truth)));
  const last = parts.at(-1);
  if (!last) return unknown('no-estimates');
  return { value: last.value, evidence: last.evidence, parts };
}

/**
 * Revision delay, ms: from a fact that should change the number to the changed number; the longest, where
 * there were several. As long as one is unanswered there is none. Parts: each fact.
 */
export function revisionDelay({ newFacts }: History): Figure {
  if (newFacts.length === 0) return unknown('no-new-facts');
  const parts = newFacts.map(({ at, moment, revised }) => ({
    of: moment,
    value: revised && Math.max(0, revised.at - at),
    evidence: [moment, ...(revised ? [revised.moment] : [])],
  }));
  const evidence = parts.flatMap((part) => part.evidence);
  const delays = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  if (delays.length < parts.length) return unknown('not-revised', { evidence, parts });
  return { value: Math.max(...delays), evidence, parts };
}
