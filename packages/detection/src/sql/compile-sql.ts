import type { LinkedCorrelation, Linked } from '../ir/detection.ts';
import { type CorrelationPlan, correlationSql } from './correlation-sql.ts';
import { correlationEntriesSql, type EntryPlan, ruleEntriesSql, ruleSql } from './entries-sql.ts';
import type { SqlDetection, SqlSource } from './source.ts';

const NO_ROWS = 'SELECT NULL::BIGINT AS ord, NULL::BIGINT AS time_ms WHERE false';

/**
 * Every detection as one SELECT by itself over the tables of `source`, in the order of
 * `linked.detections`; see `SqlDetection` for what it gives.
 */
export function compileSql(linked: Linked, source: SqlSource): SqlDetection[] {
  const made: string[] = [];
  for (const { rule, correlation, members } of linked.detections) {
    if (rule !== null) {
      made.push(ruleSql(rule, source) ?? NO_ROWS);
      continue;
    }
    const entries = members.map((index, member) => {
      const plan = entryPlan(correlation, member);
      if (plan === null) return null;
      const of = linked.detections[index]!;
      return of.rule !== null
        ? ruleEntriesSql(of.rule, plan, source)
        : correlationEntriesSql(of.correlation.groupBy, made[index]!, plan);
    });
    made.push(
      correlationSql(
        correlationPlan(correlation),
        entries.filter((sql) => sql !== null),
      ),
    );
  }
  return made.map((sql, index) => ({ index, sql }));
}

/** What a correlation takes from its member at a place; null: nothing, for want of a field of values. */
export function entryPlan(correlation: LinkedCorrelation, member: number): EntryPlan | null {
  const takesValues = correlation.type.startsWith('value_');
  const value = takesValues ? (correlation.valueFields[member] ?? null) : null;
  if (takesValues && value === null) return null;
  const valueKind = correlation.type === 'value_count' ? 'text' : 'number';
  return { member, group: correlation.groupFields[member]!, value, valueKind };
}

export function correlationPlan(correlation: LinkedCorrelation): CorrelationPlan {
  const { type, timespanMs, bounds, groupBy, groupFields } = correlation;
  return { type, timespanMs, bounds, groupBy, members: groupFields.length };
}
