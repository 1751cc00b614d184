import type { Correlation, Document, Filter, LogSource, Rule } from '../ir/detection.ts';
import { didYouMean } from '../parse/closest.ts';
import type { Directory } from './directory.ts';

type Report = (document: Document, path: string, message: string, hint: string) => void;

/**
 * Rules with the conditions of the filters that apply: those that name the rule, or any, and whose log
 * source says nothing else than the rule's. Reports references that do nothing.
 */
export function applyFilters(
  detections: readonly (Rule | Correlation)[],
  filters: readonly Filter[],
  directory: Directory,
  report: Report,
): Map<Rule, Rule> {
  const narrowed = new Map<Rule, Rule>();
  const add = (rule: Rule, filter: Filter) => {
    const now = narrowed.get(rule) ?? rule;
    const condition = { kind: 'and' as const, of: [now.condition, filter.condition] };
    narrowed.set(rule, { ...rule, condition });
  };
  for (const filter of filters) {
    if (filter.rules === 'any') {
      for (const each of detections)
        if (each.kind === 'rule' && covers(filter.logSource, each.logSource)) add(each, filter);
      continue;
    }
    const done = new Set<Rule>();
    for (const [i, reference] of filter.rules.entries()) {
      const found = directory.find(reference);
      const path = `rules.${i}`;
      if (!found) {
        const hint = didYouMean(
          reference,
          directory.names(),
          'add the rule, or mend its id or name',
        );
        report(filter, path, `there is no rule "${reference}"`, hint);
      } else if (found.kind === 'correlation') {
        report(filter, path, `"${reference}" is a correlation`, 'name the rules that it refers to');
      } else if (!covers(filter.logSource, found.logSource)) {
        report(filter, path, `"${reference}" has another log source`, 'give both the same one');
      } else if (!done.has(found)) {
        done.add(found);
        add(found, filter);
      }
    }
  }
  return narrowed;
}

/** Whether what the filter's log source says is also said by the rule's. */
function covers(filter: LogSource, rule: LogSource): boolean {
  return (['category', 'product', 'service'] as const).every(
    (key) => filter[key] === undefined || filter[key] === rule[key],
  );
}
