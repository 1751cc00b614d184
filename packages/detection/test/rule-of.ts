import type { About, Rule } from '../src/ir/detection.ts';
import type { Expression } from '../src/ir/expression.ts';

/** What a document says of itself when it says no more than a name. */
export function aboutOf(name: string | null): About {
  return {
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

/** A rule of a condition, with nothing else to it. */
export function ruleOf(condition: Expression, name: string | null = null): Rule {
  const logSource = { category: 'test' };
  return { ...aboutOf(name), kind: 'rule', condition, logSource, fields: [] };
}
