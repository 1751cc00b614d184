import type { Bound, BoundName, History, Outcome } from '../history.ts';
import { lossAt } from '../loss-at.ts';
import { containmentMoments, type Figure, momentsUpTo, momentsWithin, unknown } from './figure.ts';

/** Nobody is measured against less than this share of doing nothing. */
const FLOOR = 0.001;

const boundOf = ({ bounds }: History, name: BoundName) =>
  bounds.find((bound) => bound.name === name) ?? null;

/** Distinct accounts lost after both the first true alert and the beginning of the exercise's own time. */
function ownLoss(outcome: Outcome): number {
  const during = Math.max(0, outcome.accountsLost - outcome.lostBefore);
  return Math.min(outcome.lostAfterFirstAlert ?? Infinity, during);
}

/** What a bound had lost by the time at which the team stands. */
function lostBy(history: History, { outcome, loss }: Bound): number {
  const known = history.ended || loss.length === 0;
  return known ? outcome.accountsLost : Math.min(outcome.accountsLost, lossAt(loss, history.to));
}

/** A bound's own loss by the time at which the team stands: what came later is taken off. */
function ownLossBy(history: History, bound: Bound): number {
  const later = bound.outcome.accountsLost - lostBy(history, bound);
  return Math.max(0, ownLoss(bound.outcome) - later);
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
 * Loss ratio, times: accounts lost after the first true alert (and within the exercise's own time; all of
 * it, if there was no such alert) ÷ the greater of the expert bot's on the same seed and 0.1 % of doing
 * nothing's, which keeps the ratio finite where the expert loses next to none.
 */
export function lossRatio(history: History): Figure {
  const expert = boundOf(history, 'expert');
  const nothing = boundOf(history, 'nothing');
  if (!expert || !nothing) return unknown('no-bounds');
  const by = Math.max(ownLossBy(history, expert), FLOOR * ownLossBy(history, nothing));
  if (by === 0) return unknown('nothing-to-lose');
  return {
    value: ownLoss(history.outcome) / by,
    at: history.outcome.firstTrueAlertAt,
    evidence: [
      ...momentsUpTo(history, ['alert'], history.outcome.firstTrueAlertAt),
      ...containmentMoments(history),
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
