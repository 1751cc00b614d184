import { DAY_MS, toIso, type Calendar, type SimTime } from '@dwell/core';
import type { AlertSummary } from '../run/summary.ts';
import type { Alert } from './alert-tracker.ts';
import { localDay } from './days-watch.ts';
import type { LossCurve } from './loss-curve.ts';
import type { WatchedPart } from './merge-alerts.ts';

type Of = { calendar: Calendar; scale: number; loss: LossCurve };

/**
 * One line for each rule that alerted, in order of their first alerts. `first_at` is when a rule first alerted
 * rightly; of one that never did, when it first alerted at all: being loud early is no early warning.
 */
export function alertSummaries(
  watched: WatchedPart,
  { calendar, scale, loss }: Of,
): AlertSummary[] {
  const byRule = new Map<string, Alert[]>();
  for (const alert of watched.alerts) {
    const list = byRule.get(alert.rule);
    if (list) list.push(alert);
    else byRule.set(alert.rule, [alert]);
  }
  const attackDays = new Set(loss.attackDays);
  const dayOf = localDay(calendar);
  const rows = [...byRule].map(([rule, alerts]) => {
    const right = alerts.filter((alert) => alert.firstAttackMs !== null);
    const first = firstTrueMs(right) ?? Math.min(...alerts.map((alert) => alert.firstMs));
    const seen = (watched.attackDaysSeen[rule] ?? []).filter((day) => attackDays.has(day));
    const at: SimTime = first - calendar.startMs;
    return {
      at,
      summary: {
        rule,
        first_at: toIso(calendar, at),
        day: dayOf(first) + 1,
        records_lost_before_scaled: loss.before(at) * scale,
        hits: alerts.length,
        true_positive_hits: right.length,
        false_positive_hits: alerts.length - right.length,
        precision: right.length / alerts.length,
        recall: attackDays.size === 0 ? 0 : seen.length / attackDays.size,
      },
    };
  });
  rows.sort((a, b) => a.at - b.at || (a.summary.rule < b.summary.rule ? -1 : 1));
  return rows.map((row) => row.summary);
}

/** When the first right alert among them had an attack's record in its window, UTC epoch ms; null: none had. */
export function firstTrueMs(alerts: readonly Alert[]): number | null {
  const moments = alerts.flatMap((alert) => alert.firstAttackMs ?? []);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** False alerts a day over a span of simulated time. */
export function falseAlertsPerDay(alerts: readonly Alert[], span: SimTime): number {
  const wrong = alerts.filter((alert) => alert.firstAttackMs === null).length;
  return wrong / Math.max(1, span / DAY_MS);
}
