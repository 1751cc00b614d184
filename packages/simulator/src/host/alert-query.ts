import type { DetectionRule } from '../detection/detection-rule.ts';
import { allOf, anyOf, fieldIs, queryText } from './query-text.ts';
import { reachMs, recordMembers } from './record-members.ts';

/** A hunt for the records behind an alert. */
export type AlertQuery = { table: string; query: string; reachMs: number };

const QUERY_MAX = 4_000;

type Group = Readonly<Record<string, string>>;
/**
 * The hunt that finds the records behind an alert of a rule for a group: what any of its rules of
 * single records looks for, in the table of the last of them, with the group's values. `reachMs`: how
 * far before the alert's first moment they begin.
 */
export function alertQuery(rule: DetectionRule, group: Group): AlertQuery {
  const { linked } = rule;
  const last = linked.detections.length - 1;
  const names = new Map(Object.keys(group).map((name) => [name, name]));
  const found = recordMembers(linked, last, names);
  const table = found.at(-1)!.rule.logSource.service ?? '';
  const here = found.filter((member) => member.rule.logSource.service === table);
  const conditions = here.map((member) => {
    const is = [...member.fields].map(([name, field]) => fieldIs(field, group[name]!, table));
    return { all: allOf([...is, queryText(member.rule.condition, table)]), is: allOf(is) };
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
