import type { Expression } from '../ir/expression.ts';
import { join } from './join.ts';

const COMBINATIONS_MAX = 2000;

/** Holds when `need` of the parts do, written out; null when that is too long. */
export function quantified(need: number, parts: readonly Expression[]): Expression | null {
  if (need === 1) return join('or', parts);
  if (need === parts.length) return join('and', parts);
  if (combinations(parts.length, need) > COMBINATIONS_MAX) return null;
  return atLeast(need, parts, 0);
}

/** The first of the rest and one less of those after it, or as many of those after it. */
function atLeast(need: number, parts: readonly Expression[], from: number): Expression {
  const rest = parts.slice(from);
  if (need === 1) return join('or', rest);
  if (need === rest.length) return join('and', rest);
  const withFirst: Expression = { kind: 'and', of: [rest[0]!, atLeast(need - 1, parts, from + 1)] };
  return { kind: 'or', of: [withFirst, atLeast(need, parts, from + 1)] };
}

function combinations(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k; i++) count = (count * (n - k + i)) / i;
  return count;
}
