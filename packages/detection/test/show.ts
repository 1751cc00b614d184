import type { Expression, Test } from '../src/ir/expression.ts';

/** An expression as short text, to compare with in tests: `a = foo*` folded, `a == Foo` cased. */
export function show(expression: Expression): string {
  switch (expression.kind) {
    case 'always':
      return String(expression.value);
    case 'and':
    case 'or':
      return `(${expression.of.map(show).join(` ${expression.kind} `)})`;
    case 'not':
      return `not ${show(expression.of)}`;
    case 'keyword':
      return `any ${showTest(expression.test)}`;
    case 'field':
      return `${expression.field} ${showTest(expression.test)}`;
  }
}

function showTest(test: Test): string {
  switch (test.kind) {
    case 'pattern': {
      const parts = test.parts.map((part) =>
        part === 'any' ? '*' : part === 'one' ? '?' : part.text.replace(/[*?]/g, '\\$&'),
      );
      return `${test.cased ? '==' : '='} ${parts.join('')}`;
    }
    case 'regex':
      return `/${test.source}/${test.flags}`;
    case 'cidr':
      return `in ${test.bytes.join('.')}/${test.bits}`;
    case 'compare':
      return `${test.op} ${test.value}`;
    case 'time-part':
      return `${test.part} ${test.op} ${test.value}`;
    case 'null':
      return 'null';
    case 'exists':
      return 'exists';
    case 'fieldref':
      return `${test.match} ${test.cased ? 'cased ' : ''}${test.field}`;
  }
}
