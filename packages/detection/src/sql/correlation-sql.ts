import type { Bound, Correlation } from '../ir/detection.ts';
import { boundsSql, groupColumns, measureSql, sequenceQueries, windowQuery } from './window-sql.ts';

/** What the SQL of a correlation needs to know of it. */
export type CorrelationPlan = Pick<Correlation, 'type' | 'timespanMs' | 'bounds' | 'groupBy'> & {
  members: number;
};

/**
 * `ord, time_ms, g0, …, events` of the events at which a correlation holds, from SELECTs of its entries
 * (see `ruleEntriesSql`). One event counts once per member it is of; it is looked at when all of its
 * entries are in.
 */
export function correlationSql(plan: CorrelationPlan, entries: readonly string[]): string {
  const { type, timespanMs, members } = plan;
  const groups = groupColumns(plan.groupBy.length);
  if (entries.length === 0) return nothing(groups);
  const ordered = type === 'temporal_ordered';
  const names = ['ord', 't', 'm', ...groups, ...(type.startsWith('value_') ? ['v'] : [])];
  const queries = entryQueries(plan, groups, names, entries);
  queries.push(windowQuery(groups, names, timespanMs, ordered));
  // The entries of an event are looked at when all are in: at the one with the most before it.
  const event = `GROUP BY ${['ord', 't', ...groups].join(', ')}`;
  const held = ['ord', 't AS time_ms', ...groups, 'max(n) AS events'].join(', ');
  if (ordered) {
    queries.push(...sequenceQueries(groups, members));
    const inTime = `s > t - ${timespanMs}`;
    return `WITH ${queries.join(', ')} SELECT ${held} FROM s${members - 1} WHERE ${inTime} ${event}`;
  }
  const measure = measureSql(type, groups, members, timespanMs);
  queries.push(`x AS (SELECT ${[...names, 'n'].join(', ')}, ${measure} AS measure FROM w)`);
  const holds = boundsSql(boundsOf(plan), 'arg_max(measure, n)');
  return `WITH ${queries.join(', ')} SELECT ${held} FROM x ${event} HAVING ${holds}`;
}

function entryQueries(
  plan: CorrelationPlan,
  groups: readonly string[],
  names: readonly string[],
  entries: readonly string[],
): string[] {
  const least = leastEntries(plan);
  const every = entries.join(' UNION ALL ');
  if (least <= 1 || groups.length === 0) return [`e AS (${every})`];
  // Groups that are too small are left out before anything is sorted.
  const key = groups.join(', ');
  return [
    `every_e AS (${every})`,
    `big AS (SELECT ${key} FROM every_e GROUP BY ${key} HAVING count(*) >= ${least})`,
    `e AS (SELECT ${names.join(', ')} FROM every_e SEMI JOIN big USING (${key}))`,
  ];
}

function boundsOf({ type, bounds, members }: CorrelationPlan): readonly Bound[] {
  return type === 'temporal' && bounds.length === 0 ? [{ op: 'gte', value: members }] : bounds;
}

function nothing(groups: readonly string[]): string {
  const columns = ['NULL::BIGINT AS ord', 'NULL::BIGINT AS time_ms'];
  columns.push(...groups.map((name) => `NULL::VARCHAR AS ${name}`), 'NULL::BIGINT AS events');
  return `SELECT ${columns.join(', ')} WHERE false`;
}

/** How many entries a group must have in all for the correlation ever to hold in it. */
function leastEntries({ type, bounds }: CorrelationPlan): number {
  if (type !== 'event_count' && type !== 'value_count') return 1;
  const needs = bounds.map(({ op, value }) => {
    if (op === 'gt') return Math.floor(value) + 1;
    return op === 'gte' || op === 'eq' ? Math.ceil(value) : 1;
  });
  return Math.max(1, ...needs);
}
