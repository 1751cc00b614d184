import {
  detectionFields,
  hasKeywords,
  type Expression,
  type Linked,
  type Rule,
  type SqlField,
  type SqlSource,
} from '@dwell/detection';
import { TABLES } from '@dwell/telemetry';

/** UTC epoch ms; `toMs` excluded. */
export type Window = { fromMs: number; toMs: number };

/**
 * The tables of hunts as a source for compiled rules: of each rule's table the columns it needs, in a
 * window of time. What a person cannot see by hunting is not there. `extra`: columns needed besides;
 * `only`: which of a rule's records, as a condition.
 */
export function telemetrySource(
  window: Window,
  linked: Linked,
  extra: readonly string[] = [],
  only: (rule: Rule) => string = () => 'true',
): SqlSource {
  const fields = detectionFields(linked);
  const needed = new Map<Rule | null, readonly string[]>(
    linked.detections.map(({ rule }, i) => [rule, [...fields[i]!, ...extra]]),
  );
  return {
    table: (rule) => tableSql(rule, window, needed.get(rule) ?? [], only(rule)),
    field: (rule, name) => fieldSql(rule, name),
    time: 'epoch_ms("time")',
    order: 'record_uid',
    keywords: (rule) => columnsOf(rule).map(({ name }) => fieldSql(rule, name)!),
  };
}

const columnsOf = (rule: Rule) =>
  TABLES.find(({ name }) => name === rule.logSource.service)?.columns ?? [];

function tableSql(
  rule: Rule,
  { fromMs, toMs }: Window,
  needed: readonly string[],
  only: string,
): string | null {
  const columns = columnsOf(rule);
  if (columns.length === 0 || rule.logSource.product !== 'dwell') return null;
  const wanted = new Set(['time', ...needed]);
  const all = hasKeywords(rule.condition);
  const names = columns
    .filter(({ name }) => all || wanted.has(name))
    .map(({ name }) => `"${name}"`);
  const within = `"time" >= make_timestamp(${fromMs * 1_000}) AND "time" < make_timestamp(${toMs * 1_000})`;
  return `(SELECT record_uid, ${names.join(', ')} FROM ${rule.logSource.service} WHERE ${within} AND (${only}))`;
}

function fieldSql(rule: Rule, name: string): SqlField | null {
  const column = columnsOf(rule).find((each) => each.name === name);
  if (!column) return null;
  const expr = `"${name}"`;
  switch (column.type) {
    case 'date':
      return { kind: 'column', expr: `strftime(${expr}, '%Y-%m-%d')`, type: 'text' };
    case 'time':
      // Moments are texts to rules; only for parts of them the stored moment does as well, and faster.
      return onlyParts(rule.condition, name)
        ? { kind: 'column', expr, type: 'time' }
        : { kind: 'column', expr: `strftime(${expr}, '%Y-%m-%dT%H:%M:%S.%gZ')`, type: 'text' };
    default:
      return { kind: 'column', expr, type: column.type };
  }
}

function onlyParts(expression: Expression, name: string): boolean {
  const seen = new Set<Expression>();
  const only = (each: Expression): boolean => {
    if (seen.has(each)) return true;
    seen.add(each);
    if (each.kind === 'and' || each.kind === 'or') return each.of.every(only);
    if (each.kind === 'not') return only(each.of);
    if (each.kind !== 'field') return true;
    if (each.test.kind === 'fieldref') return each.field !== name && each.test.field !== name;
    return each.field !== name || ['time-part', 'null', 'exists'].includes(each.test.kind);
  };
  return only(expression);
}
