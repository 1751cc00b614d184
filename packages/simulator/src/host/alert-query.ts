import type { Linked } from '@dwell/detection';
import { TABLES } from '@dwell/telemetry';
import type { DetectionRule } from '../detection/detection-rule.ts';
import { allOf, anyOf, fieldIs, queryText } from './query-text.ts';

/** A hunt for the records behind an alert. */
export type AlertQuery = { table: string; query: string; reachMs: number };

const QUERY_MAX = 4_000;

type Group = Readonly<Record<string, string>>;
/** A rule of records, and which of its fields must have which text. */
type Found = { index: number; group: Group };

/**
 * The hunt that finds the records behind an alert of a rule for a group: what any of its rules of
 * single records looks for, in the table of the last of them, with the group's values. `reachMs`: how
 * far before the alert's first moment they begin.
 */
export function alertQuery(rule: DetectionRule, group: Group): AlertQuery {
  const { linked } = rule;
  const last = linked.detections.length - 1;
  const found = recordRules(linked, last, group);
  const table = linked.detections[found.at(-1)!.index]!.rule!.logSource.service ?? '';
  const here = found.filter(
    ({ index }) => linked.detections[index]!.rule!.logSource.service === table,
  );
  const conditions = here.map(({ index, group: of }) => {
    const { condition } = linked.detections[index]!.rule!;
    const is = Object.entries(of).map(([name, value]) => fieldIs(name, value, table));
    return { all: allOf([...is, queryText(condition, table)]), is: allOf(is) };
  });
  const query = textOf(anyOf(conditions.map(({ all }) => all)));
  const short = query.length <= QUERY_MAX ? query : textOf(anyOf(conditions.map(({ is }) => is)));
  return { table, query: short, reachMs: reachMs(linked, last) };
}

const textOf = (said: ReturnType<typeof anyOf>) =>
  typeof said === 'object' ? said.text.replace(/^\((.*)\)$/, unwrapped) : '';

/** `(a OR b)` as a whole needs no parentheses; `(a) OR (b)` does. */
function unwrapped(whole: string, inner: string): string {
  let depth = 0;
  for (const c of inner.replaceAll(/\\.|"(?:\\.|[^"\\])*"/g, '')) {
    if (c === '(') depth += 1;
    if (c === ')' && --depth < 0) return whole;
  }
  return inner;
}

/** The rules of records that a detection is made of, with the group by the names of their own fields. */
function recordRules(linked: Linked, index: number, group: Group): Found[] {
  const { rule, correlation, members } = linked.detections[index]!;
  if (rule) {
    const columns = TABLES.find(({ name }) => name === rule.logSource.service)?.columns ?? [];
    const own = Object.entries(group).filter(([field]) =>
      columns.some(({ name }) => name === field),
    );
    return [{ index, group: Object.fromEntries(own) }];
  }
  return members.flatMap((member, i) => {
    const fields = correlation.groupFields[i]!;
    const of = correlation.groupBy.flatMap((name, at) => {
      const value = group[name];
      const field = fields[at];
      return value === undefined || field === undefined ? [] : [[field, value] as const];
    });
    return recordRules(linked, member, Object.fromEntries(of));
  });
}

function reachMs({ detections }: Linked, index: number): number {
  const { correlation, members } = detections[index]!;
  if (!correlation) return 0;
  return correlation.timespanMs + Math.max(0, ...members.map((m) => reachMs({ detections }, m)));
}
