import { join } from 'node:path';
import { MINUTE_MS, type Calendar } from '@dwell/core';
import { openTelemetry, readManifest, type TelemetryView } from '@dwell/telemetry';
import type { Alert } from '../detection/alert-tracker.ts';
import type { DetectionRule } from '../detection/detection-rule.ts';
import { backtestSql } from './backtest-sql.ts';
import { foldBacktest, type Folded } from './fold-backtest.ts';

/** What a rule came to when a run's stored records were asked as a whole. Of the groups, the loudest. */
export type BatchAlerts = Pick<Folded, 'alerts' | 'events' | 'firstAt' | 'days' | 'groups'>;

const WORKER = { memoryMb: 1500, tempMb: 4000 };
const ROWS_MAX = 10_000;
const DEADLINE_MS = 600_000;

/**
 * Asks the records that `executeRun` stored in a folder, rule by rule, in SQL; none is left out for its
 * age. `rules` are scaled. Answers are in the order of the rules. Errors: those of the store.
 */
export async function batchAlerts(
  folder: string,
  rules: readonly DetectionRule[],
): Promise<BatchAlerts[]> {
  const root = join(folder, 'telemetry');
  const view = { ...(readManifest(root).view as TelemetryView), all: true };
  const { startMs, offsetMinutes } = view.calendar;
  const offsetMs = offsetMinutes * MINUTE_MS;
  const window = { fromMs: startMs, toMs: view.asOfMs };
  const telemetry = openTelemetry({ segments: join(root, 'segments'), view, worker: WORKER });
  try {
    const answers: BatchAlerts[] = [];
    for (const rule of rules) {
      const { sql, groupNames } = backtestSql(rule, window, offsetMs);
      const { rows } = await telemetry.sql(sql, { limit: ROWS_MAX, deadlineMs: DEADLINE_MS });
      answers.push(foldBacktest(rows, groupNames, window, { startMs, offsetMs }));
    }
    return answers;
  } finally {
    telemetry.close();
  }
}

/**
 * How the alerts of one rule, raised while the records were made, differ from what the stored records
 * say; null when they do not: alerts, moments, the first of them, each day's alerts and the loudest groups.
 */
export function batchDifference(
  alerts: readonly Alert[],
  batch: BatchAlerts,
  { startMs }: Calendar,
): string | null {
  const stream = figures(alerts);
  const firstAt = alerts.length === 0 ? null : firstOf(alerts) - startMs;
  const pairs: [what: string, stream: unknown, batch: unknown][] = [
    ['alerts', stream.alerts, batch.alerts],
    ['moments', stream.events, batch.events],
    ['first moment', firstAt, batch.firstAt],
  ];
  batch.days.forEach(({ day, at, alerts: count }, i) => {
    const next = batch.days[i + 1]?.at ?? Infinity;
    const of = alerts.filter(({ firstMs }) => firstMs - startMs >= at && firstMs - startMs < next);
    pairs.push([`alerts of ${day}`, of.length, count]);
  });
  for (const { group, alerts: count, events } of batch.groups) {
    const named = JSON.stringify(group);
    const own = figures(alerts.filter((alert) => JSON.stringify(alert.group) === named));
    pairs.push([`alerts of ${named}`, own.alerts, count]);
    pairs.push([`moments of ${named}`, own.events, events]);
  }
  const differing = pairs.find(([, one, other]) => one !== other);
  if (!differing) return null;
  const [what, one, other] = differing;
  return `${what}: ${String(one)} in the stream, ${String(other)} in SQL`;
}

function figures(alerts: readonly Alert[]): { alerts: number; events: number } {
  return { alerts: alerts.length, events: alerts.reduce((sum, { events }) => sum + events, 0) };
}

function firstOf(alerts: readonly Alert[]): number {
  return alerts.reduce((first, { firstMs }) => Math.min(first, firstMs), Infinity);
}
