import type { SimTime } from '@dwell/core';
import type { History } from '../history.ts';
import { containmentMoments, type Figure, momentsUpTo, type Part, unknown } from './figure.ts';

const earliest = (...times: readonly (SimTime | null)[]): SimTime | null =>
  times.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);

/** An attack that has begun by now. */
function attackOf({ outcome, to }: History): SimTime | null {
  const at = outcome.attackStartedAt;
  return at !== null && at <= to ? at : null;
}

/** From when the team itself could act: attack and exercise have both begun. */
const actable = (history: History, attack: SimTime) => Math.max(attack, history.from);

const detection = (history: History) =>
  momentsUpTo(history, ['declare', 'verdict'], history.outcome.detectedAt);

/**
 * Dwell time, ms: from the start of the sustained attack to the earliest of a true verdict, a declaration,
 * containment and the attack's end; while none of them has come, to now. Alerts by themselves end nothing.
 */
export function dwellTime(history: History): Figure {
  const attack = attackOf(history);
  if (attack === null) return unknown('no-attack');
  const { detectedAt, containedAt, attackEndedAt } = history.outcome;
  const noticed = earliest(detectedAt, containedAt, attackEndedAt) ?? history.to;
  const seen = detectedAt === noticed ? detection(history) : [];
  return {
    value: Math.max(0, noticed - attack),
    at: noticed,
    evidence: [...momentsUpTo(history, ['attack'], attack), ...seen],
  };
}

/**
 * Time to detect, ms: from when attack and exercise have both begun to the earlier of a true verdict and
 * a declaration; 0 if it was known before.
 */
export function timeToDetect(history: History): Figure {
  const attack = attackOf(history);
  if (attack === null) return unknown('no-attack');
  const { detectedAt } = history.outcome;
  if (detectedAt === null) return unknown('not-detected');
  return {
    value: Math.max(0, detectedAt - actable(history, attack)),
    at: detectedAt,
    evidence: detection(history),
  };
}

/**
 * Time to contain, ms: from when attack and exercise have both begun to when no forged request succeeded
 * any more; 0 if it was before. Counted from the same moment as detection, so that seeing late never
 * makes containing look quick. Parts: until detection, and from it on.
 */
export function timeToContain(history: History): Figure {
  const attack = attackOf(history);
  if (attack === null) return unknown('no-attack');
  const { detectedAt, containedAt } = history.outcome;
  if (containedAt === null) return unknown('not-contained');
  const from = actable(history, attack);
  const seen = Math.min(containedAt, Math.max(from, detectedAt ?? containedAt));
  const parts: Part[] = [
    { of: 'to-detect', value: Math.max(0, seen - from), evidence: detection(history) },
    { of: 'from-detection', value: containedAt - seen, evidence: containmentMoments(history) },
  ];
  return {
    value: Math.max(0, containedAt - from),
    at: containedAt,
    evidence: containmentMoments(history),
    parts,
  };
}
