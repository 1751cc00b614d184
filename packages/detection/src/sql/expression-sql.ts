import type { Expression, Test } from '../ir/expression.ts';
import { anyTest } from './field-sql.ts';
import type { SqlField } from './source.ts';
import { and, not, or, type Sql } from './sql-text.ts';

/** What an expression needs to know of a rule's events. */
export type FieldReader = {
  field(name: string): SqlField | null;
  keywords: readonly SqlField[];
};

/** An expression as a condition that is true or not; see `not` for how NULL is kept out. */
export function expressionSql(expression: Expression, reader: FieldReader): Sql {
  switch (expression.kind) {
    case 'always':
      return expression.value;
    case 'and':
      return and(expression.of.map((part) => expressionSql(part, reader)));
    case 'or':
      return orSql(expression.of, reader);
    case 'not':
      return not(expressionSql(expression.of, reader));
    case 'field':
    case 'keyword':
      return orSql([expression], reader);
  }
}

/** Tests of one field that stand side by side look at its values together. */
function orSql(parts: readonly Expression[], reader: FieldReader): Sql {
  const conditions: Sql[] = [];
  const byField = new Map<string, Test[]>();
  const keywords: Test[] = [];
  for (const part of parts) {
    if (part.kind === 'field') {
      const tests = byField.get(part.field);
      if (tests) tests.push(part.test);
      else byField.set(part.field, [part.test]);
    } else if (part.kind === 'keyword') keywords.push(part.test);
    else conditions.push(expressionSql(part, reader));
  }
  const fieldOf = (name: string) => reader.field(name);
  for (const [name, tests] of byField) conditions.push(anyTest(fieldOf(name), tests, fieldOf));
  if (keywords.length > 0) {
    for (const field of reader.keywords) conditions.push(anyTest(field, keywords, fieldOf));
  }
  return or(conditions);
}
