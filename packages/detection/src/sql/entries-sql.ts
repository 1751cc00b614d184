import type { Rule } from '../ir/detection.ts';
import type { SqlField, SqlSource } from './source.ts';
import { expressionSql } from './expression-sql.ts';
import { sqlText } from './sql-text.ts';
import { textNumber } from './text-column.ts';
import { firstValue, presentSql } from './value-sql.ts';

function ruleCondition(rule: Rule, source: SqlSource): string | null {
  if (source.table(rule) === null) return null;
  const reader = {
    field: (name: string) => source.field(rule, name),
    keywords: source.keywords?.(rule) ?? [],
  };
  const condition = expressionSql(rule.condition, reader);
  return condition === false ? null : sqlText(condition);
}

/** `ord, time_ms` of the events that a rule matches, or null: none can. */
export function ruleSql(rule: Rule, source: SqlSource): string | null {
  const condition = ruleCondition(rule, source);
  if (condition === null) return null;
  return `SELECT ${source.order} AS ord, ${source.time} AS time_ms FROM ${source.table(rule)} WHERE ${condition}`;
}

/** What a correlation takes from one of its members. */
export type EntryPlan = {
  /** Place of the member. */
  member: number;
  /** Fields of the group. */
  group: readonly string[];
  /** Field of the value, or null when the correlation has none. */
  value: string | null;
  valueKind: 'text' | 'number';
};

/**
 * The events of a rule as entries of a correlation: `ord, t, m, g0, g1, …, v`, only those with a time, a
 * group and, if the correlation looks at values, a value. Groups and text values are VARCHAR. Null:
 * there can be none.
 */
export function ruleEntriesSql(rule: Rule, plan: EntryPlan, source: SqlSource): string | null {
  const condition = ruleCondition(rule, source);
  const fields = plan.group.map((name) => source.field(rule, name));
  const value = plan.value === null ? null : source.field(rule, plan.value);
  if (condition === null || fields.includes(null) || (plan.value !== null && value === null)) {
    return null;
  }
  const group = fields.map((field) => firstValue(field!, 'text'));
  const present = fields.map((field) => hasFirst(field!));
  const aspect = plan.valueKind === 'number' ? 'number' : 'folded';
  const picked = value === null ? null : firstValue(value, aspect);
  const columns = [
    `${source.order} AS ord`,
    `${source.time} AS t`,
    `${plan.member} AS m`,
    ...group.map((expr, i) => `${expr} AS g${i}`),
    ...(picked === null ? [] : [`${picked} AS v`]),
  ];
  const needed = [`(${condition})`, `${source.time} IS NOT NULL`, ...present];
  if (picked !== null) needed.push(`${picked} IS NOT NULL`);
  return `SELECT ${columns.join(', ')} FROM ${source.table(rule)} WHERE ${needed.join(' AND ')}`;
}

/** Whether there is a first text; of columns without the cost of making it. */
function hasFirst(field: SqlField): string {
  return field.kind === 'column' ? presentSql(field) : `${firstValue(field, 'text')} IS NOT NULL`;
}

/**
 * The moments at which a correlation held as entries of another: their fields are the fields of its
 * group, by the names it gives them. `fold` is how SQL says the folded text of one; `lower` differs from
 * it for a few letters that are not ASCII.
 */
export function correlationEntriesSql(
  groupBy: readonly string[],
  sql: string,
  plan: EntryPlan,
  fold = (text: string) => `lower(${text})`,
): string | null {
  const places = plan.group.map((name) => groupBy.indexOf(name));
  const valuePlace = plan.value === null ? null : groupBy.indexOf(plan.value);
  if (places.includes(-1) || valuePlace === -1) return null;
  const columns = ['ord', 'time_ms AS t', `${plan.member} AS m`];
  columns.push(...places.map((place, i) => `g${place} AS g${i}`));
  if (valuePlace === null) return `SELECT ${columns.join(', ')} FROM (${sql})`;
  const text = `g${valuePlace}`;
  const value = plan.valueKind === 'text' ? fold(text) : textNumber(text);
  return `SELECT ${columns.join(', ')}, ${value} AS v FROM (${sql}) WHERE ${value} IS NOT NULL`;
}
