import type { History } from '../history.ts';
import type { Measure, MeasureId } from '../score.ts';
import { clocksLate, clocksMet, timeToNotify } from './clocks.ts';
import {
  decisionsLogged,
  firstHypothesis,
  hints,
  injectsMissed,
  timeToCommand,
} from './command.ts';
import { dwellTime, timeToContain, timeToDetect } from './dwell.ts';
import type { Figure } from './figure.ts';
import { cost, guidanceLag, outageHours, secondaryHarm } from './harm.ts';
import { alignment, calibration } from './judgement.ts';
import { fixes, rulesKept } from './learning.ts';
import { accountsLost, accountsSaved, lossRatio, residualForged } from './loss.ts';
import { contradictions, itemsOmitted, minimising } from './papers.ts';
import { holdDelay, intervalHit, intervalPoints, revisionDelay } from './scope.ts';
import { MEASURES } from './traits.ts';
import { alertLoad, triagePrecision, triageRecall } from './triage.ts';

const FIGURES: Readonly<Record<MeasureId, (history: History) => Figure>> = {
  'first-hypothesis': firstHypothesis,
  'time-to-detect': timeToDetect,
  'dwell-time': dwellTime,
  'triage-precision': triagePrecision,
  'triage-recall': triageRecall,
  'alert-load': alertLoad,
  hints,
  'time-to-command': timeToCommand,
  'decisions-logged': decisionsLogged,
  contradictions,
  'injects-missed': injectsMissed,
  'loss-ratio': lossRatio,
  'accounts-lost': accountsLost,
  'accounts-saved': accountsSaved,
  'time-to-contain': timeToContain,
  'residual-forged': residualForged,
  'outage-hours': outageHours,
  cost,
  'hold-delay': holdDelay,
  'interval-hit': intervalHit,
  'interval-score': intervalPoints,
  'revision-delay': revisionDelay,
  alignment,
  calibration,
  'time-to-notify': timeToNotify,
  'clocks-met': clocksMet,
  'clocks-late': clocksLate,
  'items-omitted': itemsOmitted,
  minimising,
  'guidance-lag': guidanceLag,
  'secondary-harm': secondaryHarm,
  fixes,
  'rules-kept': rulesKept,
};

/** Puts moments in order of time, then of id, each once. */
function inOrder({ moments }: History): (evidence: readonly string[]) => readonly string[] {
  const times = new Map(moments.map(({ id, at }) => [id, at]));
  const time = (id: string) => times.get(id) ?? Infinity;
  return (evidence) =>
    [...new Set(evidence)].toSorted((one, other) => {
      if (time(one) !== time(other)) return time(one) < time(other) ? -1 : 1;
      return one < other ? -1 : 1;
    });
}

/**
 * Every measure of a history, finished or running, in the order of `MEASURES`: each with the moments it
 * rests on, or with the reason why it could not be taken. Depends on nothing but the history; names of
 * people play no part. An objective is named only where the exercise has it.
 */
export function measures(history: History): Measure[] {
  const order = inOrder(history);
  const objectives = new Set(history.objectives.map(({ id }) => id));
  return (Object.keys(MEASURES) as MeasureId[]).map((id) => {
    const { value, why = null, evidence = [], at = null, parts } = FIGURES[id](history);
    const { unit, better, objective } = MEASURES[id];
    return {
      id,
      value,
      unit,
      better,
      objective: objective !== null && objectives.has(objective) ? objective : null,
      evidence: order(evidence),
      at,
      why,
      ...(parts && {
        parts: parts.map((part) => ({ ...part, evidence: order(part.evidence) })),
      }),
    };
  });
}
