import type { Outcome } from '@dwell/scoring';
import type { BaseRun } from './base-run.ts';
import { because } from './because.ts';
import { changeLog } from './change-log.ts';
import { changeTitle } from './change-title.ts';
import { otherTeam } from './other-team.ts';
import { relive, type Relived } from './relive.ts';
import type { Change, WhatIf } from './types.ts';

/**
 * What would have come of a change: the same seed lived again without records from just before it.
 * Errors (exit 2): as `changeLog`.
 */
export function whatIf(base: BaseRun, change: Change): WhatIf {
  const started = process.hrtime.bigint();
  const changed = livedUnder(base, change);
  const outcome = base.outcomeOf(changed);
  return {
    change,
    title: changeTitle(base, change),
    outcome,
    loss: base.lossOf(changed),
    difference: difference(base.outcome, outcome),
    because: because(base, changed),
    dropped: changed.dropped,
    tookMs: Math.round(Number(process.hrtime.bigint() - started) / 1e6),
  };
}

function livedUnder(base: BaseRun, change: Change): Relived {
  if (change.do === 'team')
    return { ...otherTeam(base, change.playbook), partsAt: base.begin, dropped: [] };
  return relive(base, changeLog(base.logged.commands, change, base.logged));
}

/** Against the team's own; what neither had counts nothing. */
function difference(was: Outcome, now: Outcome): WhatIf['difference'] {
  return {
    accounts: now.accountsLost - was.accountsLost,
    days:
      was.daysUndetected === null || now.daysUndetected === null
        ? null
        : now.daysUndetected - was.daysUndetected,
    customerHours: now.customerHoursLockedOut - was.customerHoursLockedOut,
    won: now.costWon - was.costWon,
  };
}
