import { compileSql, type Linked, type SqlSource } from '@dwell/detection';
import type { DetectionRule } from '../detection/detection-rule.ts';
import { plainGroup } from '../detection/plain-group.ts';
import { reachMs } from './record-members.ts';
import { telemetrySource, type Window } from './telemetry-source.ts';

/** The moments at which a rule holds, marked where an alert starts. */
export type Moments = {
  /**
   * WITH queries that end in `marked`: `ord, time_ms, g0, g1, …, starts`, where `starts` is 1 at the first
   * moment of an alert (one a group until it has been quiet for its timespan) and 0 at the others.
   */
  queries: string;
  /** Fields of an alert's group, and the columns that hold them. */
  groupNames: readonly string[];
  groups: readonly string[];
  /** The table whose records are the moments. */
  table: string;
  /** How far before a moment the records lie that decide about it. */
  reachMs: number;
};

/** The moments of a rule, brought to the run's scale already, in a window. */
export function backtestMoments(rule: DetectionRule, window: Window): Moments {
  const { linked, timespanMs } = rule;
  const index = linked.detections.length - 1;
  const last = linked.detections[index]!;
  const reach = reachMs(linked, index);
  const seen = { ...window, fromMs: window.fromMs - reach };
  const groupNames = last.correlation ? last.correlation.groupBy : plainGroup(last.rule);
  const found = last.correlation
    ? reported(linked, telemetrySource(seen, linked))
    : plainMoments(linked, seen, groupNames);
  const groups = groupNames.map((_, i) => `g${i}`);
  const keys = ['ord', 'time_ms', ...groups].join(', ');
  const within = `time_ms >= ${window.fromMs} AND time_ms < ${window.toMs}`;
  const held = found.map((sql) => `SELECT ${keys} FROM (${sql}) WHERE ${within}`);
  const quiet = `time_ms - lag(time_ms) OVER (${partition(groups)}ORDER BY time_ms, ord)`;
  const starts = `CASE WHEN ${quiet} <= ${timespanMs} THEN 0 ELSE 1 END AS starts`;
  const queries = [
    `WITH held AS (${held.join(' UNION ALL ')}),`,
    `marked AS MATERIALIZED (SELECT ${keys}, ${starts} FROM held)`,
  ].join('\n');
  return { queries, groupNames, groups, table: tableOf(linked, index), reachMs: reach };
}

/** The PARTITION BY of a window over the groups, with a space behind it; nothing without groups. */
export function partition(groups: readonly string[]): string {
  return groups.length > 0 ? `PARTITION BY ${groups.join(', ')} ` : '';
}

/** The table of the records at which a detection holds; of several, that of its last member. */
function tableOf({ detections }: Linked, index: number): string {
  const { rule, members } = detections[index]!;
  return rule ? (rule.logSource.service ?? '') : tableOf({ detections }, members.at(-1)!);
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
