import type { HistoryAlert } from '@dwell/scoring';
import { alertId } from '../../detection/live-watch.ts';
import { alertMoment } from '../moments/alert-moments.ts';
import { commandMoment } from '../moments/command-moments.ts';
import { commandsThat, type Source } from './source.ts';

type Judged = { verdict: HistoryAlert['verdict']; attack: boolean; first: string; at: number };

/**
 * Alerts with the verdicts that stand at the end. One that was judged but is not raised again stands
 * with what its verdict says of it.
 */
export function alertsOf({ logged, lived }: Source): HistoryAlert[] {
  const judged = verdictsOf(logged.commands);
  const { startMs } = logged.scenario.calendar;
  const raised = lived.alerts.map((alert): HistoryAlert => {
    const id = alertId(alert);
    return {
      moment: alertMoment(id),
      rule: alert.rule,
      at: alert.firstMs - startMs,
      attack: alert.firstAttackMs !== null,
      verdict: judged.get(id)?.verdict ?? null,
    };
  });
  const known = new Set(lived.alerts.map(alertId));
  const others = [...judged]
    .filter(([id]) => !known.has(id))
    .map(([id, { verdict, attack, first, at }]): HistoryAlert => {
      const rule = id.slice(0, id.lastIndexOf('/'));
      return { moment: first, rule, at, attack, verdict };
    });
  return [...raised, ...others].sort((x, y) => x.at - y.at || (x.moment < y.moment ? -1 : 1));
}

function verdictsOf(commands: Source['logged']['commands']): Map<string, Judged> {
  const judged = new Map<string, Judged>();
  for (const { sequence, at, body } of commandsThat(commands, 'verdict')) {
    const moment = commandMoment(sequence);
    const before = judged.get(body.alert);
    const verdict = body.verdict === 'none' ? null : { verdict: body.verdict, at, moment };
    judged.set(body.alert, {
      verdict,
      attack: body.attack ?? before?.attack ?? true,
      first: before?.first ?? moment,
      at: before?.at ?? at,
    });
  }
  return judged;
}
