import type { Bound, Correlation } from '../ir/detection.ts';
import { double } from './sql-text.ts';

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '=', neq: '<>' } as const;

/** The group columns of a correlation. */
export function groupColumns(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `g${i}`);
}

/**
 * The WITH query `w` that follows `e`, the entries, and adds `n`: how many entries the window of each
 * holds, itself included. Entries of one moment come one after the other (`ord`; of one event the last
 * member first), so the window ends with the entry itself and not with all of its moment; with
 * `wholeEvents` it ends with all entries of its event.
 */
export function windowQuery(
  groups: readonly string[],
  names: readonly string[],
  timespanMs: number,
  wholeEvents: boolean,
): string {
  const by = partition(groups);
  const upTo = wholeEvents
    ? `count(*) OVER (${by}ORDER BY t, ord)`
    : `row_number() OVER (${by}${ORDER})`;
  const before = `count(*) OVER (${by}ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND ${timespanMs} PRECEDING)`;
  return `w AS (SELECT ${names.join(', ')}, ${upTo} - ${before} AS n FROM e)`;
}

const ORDER = 'ORDER BY t, ord, m DESC';

function partition(groups: readonly string[]): string {
  return groups.length === 0 ? '' : `PARTITION BY ${groups.join(', ')} `;
}

/** The number that the bounds of a correlation are about, of a row of `w`. */
export function measureSql(
  type: Exclude<Correlation['type'], 'temporal_ordered'>,
  groups: readonly string[],
  members: number,
  timespanMs: number,
): string {
  const frame = `OVER (${partition(groups)}${ORDER} ROWS BETWEEN (n - 1) PRECEDING AND CURRENT ROW)`;
  switch (type) {
    case 'event_count':
      return 'n';
    case 'value_count':
      return `count(DISTINCT v) ${frame}`;
    case 'value_sum':
      return exactSum(frame);
    case 'value_avg':
      return `${exactSum(frame)} / n`;
    case 'value_median':
      return `(quantile_disc(v, 0.5) ${frame} + (-quantile_disc(-v, 0.5) ${frame})) / 2`;
    case 'value_percentile':
      return `CASE WHEN n = 1 THEN 0 ELSE (rank(ORDER BY v) ${frame} - 1) * 100::DOUBLE / (n - 1) END`;
    case 'temporal':
      return Array.from({ length: members }, (_, member) => seen(member, groups, timespanMs)).join(
        ' + ',
      );
  }
}

/** 1 when a member had an event in the window. */
function seen(member: number, groups: readonly string[], timespanMs: number): string {
  const frame = `OVER (${partition(groups)}${ORDER} ROWS UNBOUNDED PRECEDING)`;
  const last = `max(CASE WHEN m = ${member} THEN t END) ${frame}`;
  return `CASE WHEN ${last} > t - ${timespanMs} THEN 1 ELSE 0 END`;
}

/** Whole parts exactly, fractions to six places, numbers held to 1e30: no drift, whatever the order. */
function exactSum(frame: string): string {
  const whole = `sum(floor(greatest(least(v, 1e30), -1e30))::HUGEINT) ${frame}`;
  const micro = `sum(floor((v - floor(v)) * 1e6 + 0.5)::BIGINT) ${frame}`;
  return `(${whole}::DOUBLE + ${micro}::DOUBLE / 1e6)`;
}

/** All bounds, as a condition on an expression. */
export function boundsSql(bounds: readonly Bound[], measure: string): string {
  if (bounds.length === 0) return 'true';
  return bounds
    .map(({ op, value }) => `${measure} ${OPERATORS[op]} ${double(value)}`)
    .join(' AND ');
}

/**
 * WITH queries that follow `w` for a sequence of members: `s0`, `s1`, … hold the entries of each member
 * that end a run of all before, with `s`, the latest time at which such a run starts. An entry goes on
 * from runs that end at an earlier event.
 */
export function sequenceQueries(groups: readonly string[], members: number): string[] {
  const names = ['ord', 't', 'm', 'n', ...groups].join(', ');
  const queries = [`s0 AS (SELECT ${names}, t AS s FROM w WHERE m = 0)`];
  const frame = `OVER (${partition(groups)}ORDER BY t, ord GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  for (let member = 1; member < members; member++) {
    const before =
      `SELECT ${names}, NULL::BIGINT AS start FROM w WHERE m = ${member} ` +
      `UNION ALL SELECT ${names}, s AS start FROM s${member - 1}`;
    queries.push(
      `s${member} AS (SELECT ${names}, s FROM (SELECT ${names}, max(start) ${frame} AS s, start FROM (${before})) ` +
        `WHERE m = ${member} AND start IS NULL AND s IS NOT NULL)`,
    );
  }
  return queries;
}
