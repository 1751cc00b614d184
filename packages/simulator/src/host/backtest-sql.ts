import { compileSql, type Linked, type Rule, type SqlSource } from '@dwell/detection';
import { DAY_MS } from '@dwell/core';
import { TABLES } from '@dwell/telemetry';
import type { DetectionRule } from '../detection/detection-rule.ts';
import { telemetrySource, type Window } from './telemetry-source.ts';

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

/** Alerts of plain rules are told apart by where the record came from. */
const PLAIN_GROUP = 'src_ip';

/**
 * SQL for what a rule, brought to the run's scale already, would have alerted in a window: moments at
 * which it holds folded into alerts (one a group until it has been quiet for its timespan), counted
 * by local day and by group, with the newest moments. Millions of moments stay in the database.
 */
export function backtestSql(rule: DetectionRule, window: Window, offsetMs: number): BacktestSql {
  const { detections } = rule.linked;
  const reach = { ...window, fromMs: window.fromMs - reachMs(rule.linked, detections.length - 1) };
  const last = detections.at(-1)!;
  const groupNames = last.correlation ? last.correlation.groupBy : plainGroup(last.rule);
  const moments = last.correlation
    ? correlationMoments(rule.linked, reach)
    : plainMoments(rule.linked, reach, groupNames);
  const groups = groupNames.map((_, i) => `g${i}`);
  const sql = foldSql({ moments, groups, window, timespanMs: rule.timespanMs, offsetMs });
  return { sql, groupNames, table: tableOf(rule.linked, detections.length - 1) };
}

/** How far before a moment the records lie that decide about it. */
function reachMs({ detections }: Linked, index: number): number {
  const { correlation, members } = detections[index]!;
  if (!correlation) return 0;
  return correlation.timespanMs + Math.max(0, ...members.map((m) => reachMs({ detections }, m)));
}

/** The table of the records at which a detection holds; of several, that of its last member. */
function tableOf({ detections }: Linked, index: number): string {
  const { rule, members } = detections[index]!;
  return rule ? (rule.logSource.service ?? '') : tableOf({ detections }, members.at(-1)!);
}

function plainGroup(rule: Rule): string[] {
  const table = TABLES.find(({ name }) => name === rule.logSource.service);
  return table?.columns.some(({ name }) => name === PLAIN_GROUP) ? [PLAIN_GROUP] : [];
}

function correlationMoments(linked: Linked, reach: Window): string[] {
  return reported(linked, telemetrySource(reach, linked));
}

/** Moments of a rule without a correlation: its records, the group carried along in their order. */
function plainMoments(linked: Linked, reach: Window, groupNames: readonly string[]): string[] {
  const group = groupNames.map((name, i) => `, g${i} := "${name}"`).join('');
  const order = `struct_pack(uid := record_uid${group})`;
  const source = { ...telemetrySource(reach, linked, groupNames), order };
  const columns = ['ord.uid AS ord', 'time_ms', ...groupNames.map((_, i) => `ord.g${i} AS g${i}`)];
  const present = ['true', ...groupNames.map((_, i) => `ord.g${i} IS NOT NULL`)].join(' AND ');
  return reported(linked, source).map(
    (sql) => `SELECT ${columns.join(', ')} FROM (${sql}) WHERE ${present}`,
  );
}

function reported(linked: Linked, source: SqlSource): string[] {
  return compileSql(linked, source)
    .filter(({ index }) => linked.detections[index]!.reports)
    .map(({ sql }) => sql);
}

type Fold = {
  moments: readonly string[];
  groups: readonly string[];
  window: Window;
  timespanMs: number;
  offsetMs: number;
};

function foldSql({ moments, groups, window, timespanMs, offsetMs }: Fold): string {
  const keys = ['ord', 'time_ms', ...groups].join(', ');
  const by = groups.length > 0 ? `PARTITION BY ${groups.join(', ')} ` : '';
  const within = `time_ms >= ${window.fromMs} AND time_ms < ${window.toMs}`;
  const none = groups.map((name) => `NULL AS ${name}`);
  const held = moments
    .map((sql) => `SELECT ${keys} FROM (${sql}) WHERE ${within}`)
    .join(' UNION ALL ');
  const quiet = `time_ms - lag(time_ms) OVER (${by}ORDER BY time_ms, ord)`;
  const columns = (part: string, n: string, ord: string, counts: string, of: readonly string[]) =>
    [`'${part}' AS part`, `${n} AS n`, `${ord} AS ord`, counts, ...of].join(', ');
  const counts = 'sum(starts)::BIGINT AS alerts, count(*) AS events';
  const noCounts = '0 AS alerts, 0 AS events';
  const byGroup = groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : '';
  const order = ['alerts DESC', 'events DESC', ...groups].join(', ');
  return [
    `WITH held AS (${held}),`,
    `marked AS MATERIALIZED (SELECT ${keys}, CASE WHEN ${quiet} <= ${timespanMs} THEN 0 ELSE 1 END AS starts FROM held)`,
    `SELECT ${columns('day', `(time_ms + ${offsetMs}) // ${DAY_MS}`, 'NULL', counts, none)} FROM marked GROUP BY n`,
    `UNION ALL (SELECT ${columns('group', 'NULL', 'NULL', counts, groups)} FROM marked ${byGroup} ORDER BY ${order} LIMIT ${GROUPS_SHOWN})`,
    `UNION ALL (SELECT ${columns('sample', 'time_ms', 'ord', noCounts, none)} FROM marked ORDER BY time_ms DESC, ord DESC LIMIT ${SAMPLES_SHOWN})`,
    `UNION ALL SELECT ${columns('first', 'min(time_ms)', 'NULL', noCounts, none)} FROM marked`,
  ].join('\n');
}
