import { DAY_MS } from '@dwell/core';
import type { DetectionRule } from '../detection/detection-rule.ts';
import type { Scenario } from '../scenario/types.ts';
import { backtestMoments } from './backtest-moments.ts';
import { truthQueries } from './backtest-truth.ts';
import type { Window } from './telemetry-source.ts';

export const GROUPS_SHOWN = 10;
export const SAMPLES_SHOWN = 20;

/** A backtest as one SELECT, whose rows `foldBacktest` reads. */
export type BacktestSql = {
  sql: string;
  /** Fields of an alert's group, in the order of the columns `g0`, `g1`, … */
  groupNames: readonly string[];
  /** The table whose records are the moments. */
  table: string;
};

/**
 * SQL for what a rule, brought to the run's scale already, would have alerted in a window: moments at
 * which it holds folded into alerts, counted by local day and by group, with the newest moments.
 * Millions of moments stay in the database. With the scenario, and over labels, it also says how many of
 * the alerts have the attack behind them.
 */
export function backtestSql(
  rule: DetectionRule,
  window: Window,
  offsetMs: number,
  truthOf: Scenario | null = null,
): BacktestSql {
  const moments = backtestMoments(rule, window);
  const { groups, groupNames, table } = moments;
  const truth = truthOf && truthQueries(rule, moments, window, truthOf);
  const queries = truth ? `${moments.queries},\n${truth.queries}` : moments.queries;
  const none = groups.map((name) => `NULL AS ${name}`);
  const columns = (part: string, n: string, ord: string, counts: string, of: readonly string[]) =>
    [`'${part}' AS part`, `${n} AS n`, `${ord} AS ord`, counts, ...of].join(', ');
  const counts = 'sum(starts)::BIGINT AS alerts, count(*) AS events';
  const noCounts = '0 AS alerts, 0 AS events';
  const byGroup = groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : '';
  const order = ['alerts DESC', 'events DESC', ...groups].join(', ');
  const sql = [
    queries,
    `SELECT ${columns('day', `(time_ms + ${offsetMs}) // ${DAY_MS}`, 'NULL', counts, none)} FROM marked GROUP BY n`,
    `UNION ALL (SELECT ${columns('group', 'NULL', 'NULL', counts, groups)} FROM marked ${byGroup} ORDER BY ${order} LIMIT ${GROUPS_SHOWN})`,
    `UNION ALL (SELECT ${columns('sample', 'time_ms', 'ord', noCounts, none)} FROM marked ORDER BY time_ms DESC, ord DESC LIMIT ${SAMPLES_SHOWN})`,
    `UNION ALL SELECT ${columns('first', 'min(time_ms)', 'NULL', noCounts, none)} FROM marked`,
    ...(truth
      ? [
          `UNION ALL SELECT ${columns('truth', 'NULL', 'NULL', `${truth.alerts} AS alerts, ${truth.attacks} AS events`, none)}`,
        ]
      : []),
  ].join('\n');
  return { sql, groupNames, table };
}
