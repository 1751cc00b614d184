import type { SimTime } from '@dwell/core';
import { lossAt, type Outcome } from '@dwell/scoring';
import type { Run } from '../run/run.ts';
import { containedAt, costSoFar, daysUndetected, fineEstimate } from '../run/summarise.ts';
import { servedSoFar, type RunTrace } from './run-trace.ts';

/** Moments that an outcome is told from. */
export type OutcomeMoments = {
  /** When the exercise's own time began. */
  begin: SimTime;
  /** The team's first alert with an attack behind it; bounds and what-ifs are counted from it too. */
  firstAlertAt: SimTime | null;
};

/** What a run has come to, full scale. The trace must know the loss at both moments. */
export function outcomeOf(
  run: Run,
  trace: RunTrace,
  { begin, firstAlertAt }: OutcomeMoments,
): Outcome {
  const { world } = run;
  const { scale, state } = world;
  const { totals, awareness, exercise } = state;
  const accountsLost = totals.accountsLost * scale;
  const { containing } = trace;
  const knew = [awareness.declaredAt, awareness.trueVerdictAt].filter((at) => at !== null);
  const fine = fineEstimate(world);
  return {
    accountsLost,
    lostBefore: lossAt(trace.loss, begin),
    lostAfterFirstAlert:
      firstAlertAt === null ? null : accountsLost - lossAt(trace.loss, firstAlertAt),
    attackStartedAt: totals.sustainedAt,
    firstTrueAlertAt: firstAlertAt,
    detectedAt: knew.length === 0 ? null : Math.min(...knew),
    containedAt: containedAt(world),
    attackEndedAt: totals.attackEndedAt,
    daysUndetected: daysUndetected(world),
    residualForged: containing ? (servedSoFar(run) - containing.served) * scale : 0,
    customerHoursLockedOut: Math.round(totals.lockedOutMilliHours / 1000),
    lostOrders: Math.round(totals.lostMilliOrders / 1000),
    supportContacts: Math.round(totals.extraMilliContacts / 1000),
    secondaryHarm: exercise?.secondaryHarm ?? 0,
    costWon: costSoFar(world),
    fineWon: fine.high === 0 ? null : fine,
  };
}
