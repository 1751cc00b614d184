import { DAY_MS } from '@dwell/core';
import type { Cell } from '@dwell/telemetry';
import type { Backtest } from '../router/types.ts';
import type { Window } from './telemetry-source.ts';

/** What an analyst needs to judge one alert. */
const MINUTES_PER_ALERT = 10;

/** What the rows of a backtest's SQL say; times are epoch ms. */
export type Folded = Pick<
  Backtest,
  'days' | 'alerts' | 'events' | 'groups' | 'minutesPerDay' | 'firstAt' | 'truth'
> & {
  /** Newest first. */
  samples: readonly { ms: number; uid: number }[];
};

/** Reads the rows of `backtestSql` (part, n, ord, alerts, events, g0, …). Times come out as simulated ms. */
export function foldBacktest(
  rows: readonly (readonly Cell[])[],
  groupNames: readonly string[],
  window: Window,
  calendar: { startMs: number; offsetMs: number },
): Folded {
  const { startMs, offsetMs } = calendar;
  const of = (part: string) => rows.filter((row) => row[0] === part);
  const counted = new Map(
    of('day').map(([, n, , alerts, events]) => [
      Number(n),
      { alerts: Number(alerts), events: Number(events) },
    ]),
  );
  const first = of('first')[0]?.[1] ?? null;
  const firstDay = Math.floor((window.fromMs + offsetMs) / DAY_MS);
  const lastDay = Math.floor((window.toMs - 1 + offsetMs) / DAY_MS);
  const days = Array.from({ length: Math.max(0, lastDay - firstDay + 1) }, (_, i) => {
    const dayMs = (firstDay + i) * DAY_MS;
    return {
      day: new Date(dayMs).toISOString().slice(0, 10),
      at: dayMs - offsetMs - startMs,
      ...(counted.get(firstDay + i) ?? { alerts: 0, events: 0 }),
    };
  });
  const alerts = days.reduce((sum, day) => sum + day.alerts, 0);
  const lengthDays = (window.toMs - window.fromMs) / DAY_MS;
  return {
    days,
    alerts,
    events: days.reduce((sum, day) => sum + day.events, 0),
    firstAt: first === null ? null : Number(first) - startMs,
    groups: of('group')
      .filter((row) => Number(row[4]) > 0)
      .map((row) => ({
        group: Object.fromEntries(groupNames.map((name, i) => [name, String(row[5 + i] ?? '')])),
        alerts: Number(row[3]),
        events: Number(row[4]),
      })),
    minutesPerDay: lengthDays > 0 ? (alerts * MINUTES_PER_ALERT) / lengthDays : 0,
    ...truthOf(of('truth')[0]),
    samples: of('sample').map(([, ms, uid]) => ({ ms: Number(ms), uid: Number(uid) })),
  };
}

function truthOf(row: readonly Cell[] | undefined): Pick<Backtest, 'truth'> {
  if (!row) return {};
  const alerts = Number(row[3]);
  const truePositives = Number(row[4]);
  return {
    truth: {
      truePositives,
      falsePositives: alerts - truePositives,
      precision: alerts > 0 ? truePositives / alerts : null,
    },
  };
}
