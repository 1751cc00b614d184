import type { Expression } from '../ir/expression.ts';

/** Several expressions as one; one alone stays itself. */
export function join(kind: 'and' | 'or', of: readonly Expression[]): Expression {
  return of.length === 1 ? of[0]! : { kind, of };
}

/** How many nodes an expression has as a tree; parts used twice count twice. */
export function sizeOf(expression: Expression, seen = new Map<Expression, number>()): number {
  const known = seen.get(expression);
  if (known !== undefined) return known;
  let size = 1;
  if (expression.kind === 'not') size += sizeOf(expression.of, seen);
  else if (expression.kind === 'and' || expression.kind === 'or')
    for (const part of expression.of) size += sizeOf(part, seen);
  seen.set(expression, size);
  return size;
}
