import type { SimTime } from '@dwell/core';
import type { Bound, BoundName, History, LossPoint, Outcome } from '../history.ts';
import { lossAt } from '../loss-at.ts';
import { containmentMoments, type Figure, momentsUpTo, momentsWithin, unknown } from './figure.ts';

/** Nobody is measured against less than this share of doing nothing. */
const FLOOR = 0.001;

const boundOf = ({ bounds }: History, name: BoundName) =>
  bounds.find((bound) => bound.name === name) ?? null;

/** A curve of loss with what it came to. */
type Lost = { outcome: Outcome; loss: readonly LossPoint[] };

/**
 * From when it could be known on this seed that an attack was on, within the exercise's own time: the
 * earliest true alert, true verdict or declaration of the team or of any bound; without any, from the
 * beginning. One moment for all, so that who sees it late answers for what was lost meanwhile.
 */
function alarmAt({ from, to, outcome, bounds }: History): SimTime {
  const alarms = [outcome, ...bounds.map((bound) => bound.outcome)]
    .flatMap(({ firstTrueAlertAt, detectedAt }) => [firstTrueAlertAt, detectedAt])
    .filter((at) => at !== null)
    .filter((at) => at <= to);
  return alarms.length === 0 ? from : Math.max(from, Math.min(...alarms));
}

/** Distinct accounts of a count that were lost from a time on, and within the exercise's own time. */
function lostFrom({ outcome, loss }: Lost, at: SimTime, count: number): number {
  return Math.max(0, count - Math.max(outcome.lostBefore, lossAt(loss, at)));
}

/** What a bound had lost by the time at which the team stands. */
function lostBy(history: History, { outcome, loss }: Bound): number {
  const known = history.ended || loss.length === 0;
  return known ? outcome.accountsLost : Math.min(outcome.accountsLost, lossAt(loss, history.to));
}

/** What began the loss and what ended it. */
function lossEvidence(history: History): string[] {
  const { attackStartedAt } = history.outcome;
  return [...momentsUpTo(history, ['attack'], attackStartedAt), ...containmentMoments(history)];
}

/** Accounts lost: distinct existing accounts of which personal data was served to the attacker, full scale. */
export function accountsLost(history: History): Figure {
  const { accountsLost: value, lostBefore } = history.outcome;
  return {
    value,
    evidence: lossEvidence(history),
    parts: [
      { of: 'before', value: Math.min(lostBefore, value), evidence: [] },
      { of: 'during', value: Math.max(0, value - lostBefore), evidence: [] },
    ],
  };
}

/**
 * Accounts saved: what doing nothing would have lost by the same time on the same seed, less what was
 * lost. Below zero where acting made it worse. Parts: losses of the team and of every bound.
 */
export function accountsSaved(history: History): Figure {
  const nothing = boundOf(history, 'nothing');
  if (!nothing) return unknown('no-bounds');
  const lost = history.outcome.accountsLost;
  return {
    value: lostBy(history, nothing) - lost,
    evidence: lossEvidence(history),
    parts: [
      { of: 'team', value: lost, evidence: [] },
      ...history.bounds.map((bound) => ({
        of: bound.name,
        value: lostBy(history, bound),
        evidence: [],
      })),
    ],
  };
}

/**
 * Loss ratio, times: accounts lost since the first alarm ÷ the greater of the expert bot's on the same
 * seed and 0.1 % of doing nothing's, which keeps the ratio finite where the expert loses next to none. The
 * alarm is the earliest true alert, true verdict or declaration of the team or of any bound: one moment for
 * all of them. Parts: what the team, the expert and doing nothing lost since, as ratios too.
 */
export function lossRatio(history: History): Figure {
  const expert = boundOf(history, 'expert');
  const nothing = boundOf(history, 'nothing');
  if (!expert || !nothing) return unknown('no-bounds');
  const at = alarmAt(history);
  const lost = lostFrom(history, at, history.outcome.accountsLost);
  const byExpert = lostFrom(expert, at, lostBy(history, expert));
  const byNothing = lostFrom(nothing, at, lostBy(history, nothing));
  const one = Math.max(byExpert, FLOOR * byNothing);
  if (one === 0) return unknown('nothing-to-lose');
  return {
    value: lost / one,
    at,
    evidence: [
      ...momentsUpTo(history, ['alert', 'declare', 'verdict'], history.outcome.detectedAt),
      ...momentsUpTo(history, ['alert'], history.outcome.firstTrueAlertAt),
      ...containmentMoments(history),
    ],
    parts: [
      { of: 'team', value: lost / one, evidence: [] },
      { of: 'expert', value: byExpert / one, evidence: [] },
      { of: 'nothing', value: byNothing / one, evidence: [] },
    ],
  };
}

/**
 * Residual forged successes: forged requests served after the first act of containment took effect, full
 * scale. Without any such act it is not known.
 */
export function residualForged(history: History): Figure {
  const { attackStartedAt, residualForged: value, containedAt } = history.outcome;
  if (attackStartedAt === null) return unknown('no-attack');
  // Forged requests go on, yet none came after an act: there was no act.
  if (value === 0 && containedAt === null) return unknown('no-containment');
  return { value, evidence: momentsWithin(history, ['response'], history.from, history.to) };
}
