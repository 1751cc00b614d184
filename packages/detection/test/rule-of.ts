import type { Rule } from '../src/ir/detection.ts';
import type { Expression } from '../src/ir/expression.ts';

/** A rule of a condition, with nothing else to it. */
export function ruleOf(condition: Expression, name: string | null = null): Rule {
  return {
    kind: 'rule',
    condition,
    logSource: { category: 'test' },
    fields: [],
    id: null,
    name,
    title: name ?? 'test',
    description: null,
    status: null,
    level: null,
    tags: [],
    falsePositives: [],
    references: [],
    custom: {},
    file: 'test.yml',
    position: { line: 1, column: 1 },
  };
}
