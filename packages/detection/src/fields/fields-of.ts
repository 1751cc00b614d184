import type { Linked } from '../ir/detection.ts';
import type { Expression } from '../ir/expression.ts';

/** The fields an expression looks at, each once, in order of appearance. */
export function fieldsOf(expression: Expression): string[] {
  const fields = new Set<string>();
  const seen = new Set<Expression>();
  const walk = (each: Expression): void => {
    if (seen.has(each)) return;
    seen.add(each);
    if (each.kind === 'and' || each.kind === 'or') each.of.forEach(walk);
    else if (each.kind === 'not') walk(each.of);
    else if (each.kind === 'field') {
      fields.add(each.field);
      if (each.test.kind === 'fieldref') fields.add(each.test.field);
    }
  };
  walk(expression);
  return [...fields];
}

/** Whether an expression looks at the whole event. */
export function hasKeywords(expression: Expression): boolean {
  if (expression.kind === 'and' || expression.kind === 'or') return expression.of.some(hasKeywords);
  return expression.kind === 'not' ? hasKeywords(expression.of) : expression.kind === 'keyword';
}

/**
 * Per detection: for a rule, the fields of its condition and those that correlations group by or take
 * values of in its events; none for a correlation.
 */
export function detectionFields(linked: Linked): string[][] {
  const sets = linked.detections.map(({ rule }) => new Set(rule ? fieldsOf(rule.condition) : []));
  for (const { correlation, members } of linked.detections) {
    if (!correlation) continue;
    for (const [i, member] of members.entries()) {
      if (!linked.detections[member]!.rule) continue;
      for (const field of correlation.groupFields[i]!) sets[member]!.add(field);
      const value = correlation.valueFields[i];
      if (value != null) sets[member]!.add(value);
    }
  }
  return sets.map((set) => [...set]);
}
