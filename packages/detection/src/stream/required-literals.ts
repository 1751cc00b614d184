import type { Expression, PatternTest, RegexTest, Test } from '../ir/expression.ts';
import { fold } from '../ir/values.ts';
import { regexLiteral } from './regex-literal.ts';

/** A folded text that a field's folded text is, begins or ends with, or contains. Field null: any value. */
export type Literal = {
  field: string | null;
  text: string;
  where: 'whole' | 'start' | 'end' | 'inside';
};

/** More alternatives than these make a poor index. */
const ALTERNATIVES_MAX = 50_000;

/**
 * Literals of which at least one is in every event that the expression holds for; null when nothing is
 * required. The empty list: it never holds.
 *
 * @param rarity the greater, the less often a literal is expected in events
 */
export function requiredLiterals(
  expression: Expression,
  rarity: (literal: Literal) => number,
): readonly Literal[] | null {
  try {
    return required(expression, true, rarity);
  } catch {
    // Nested too deeply to be looked through.
    return null;
  }
}

function required(
  expression: Expression,
  wanted: boolean,
  rarity: (literal: Literal) => number,
): readonly Literal[] | null {
  switch (expression.kind) {
    case 'always':
      return expression.value === wanted ? null : [];
    case 'not':
      return required(expression.of, !wanted, rarity);
    case 'and':
    case 'or': {
      const parts = expression.of.map((part) => required(part, wanted, rarity));
      return (expression.kind === 'and') === wanted ? rarest(parts, rarity) : union(parts);
    }
    case 'field':
      return wanted ? ofTest(expression.field, expression.test, rarity) : null;
    case 'keyword':
      return wanted ? ofTest(null, expression.test, rarity) : null;
  }
}

/** Of parts that must all hold, the one expected least often. */
function rarest(
  parts: readonly (readonly Literal[] | null)[],
  rarity: (literal: Literal) => number,
): readonly Literal[] | null {
  let best: readonly Literal[] | null = null;
  let bestScore = 0;
  for (const part of parts) {
    if (part === null) continue;
    let often = 0;
    for (const literal of part) often += 1 / rarity(literal);
    const score = 1 / often;
    if (best === null || score > bestScore) [best, bestScore] = [part, score];
  }
  return best;
}

function union(parts: readonly (readonly Literal[] | null)[]): readonly Literal[] | null {
  const all: Literal[] = [];
  for (const part of parts) {
    if (part === null || all.length + part.length > ALTERNATIVES_MAX) return null;
    all.push(...part);
  }
  return all;
}

function ofTest(
  field: string | null,
  test: Test,
  rarity: (literal: Literal) => number,
): readonly Literal[] | null {
  const literals =
    test.kind === 'pattern'
      ? patternLiterals(field, test)
      : test.kind === 'regex'
        ? regexLiterals(field, test)
        : [];
  return rarest(
    literals.map((literal) => [literal]),
    rarity,
  );
}

function regexLiterals(field: string | null, { source, flags }: RegexTest): Literal[] {
  const text = regexLiteral(source, flags);
  return text === null ? [] : [{ field, text, where: 'inside' }];
}

/** The texts that a pattern has, each of which must be there. */
function patternLiterals(field: string | null, { parts, cased }: PatternTest): Literal[] {
  const literals: Literal[] = [];
  const last = parts.length - 1;
  if (last < 0) literals.push({ field, text: '', where: 'whole' });
  for (const [i, part] of parts.entries()) {
    if (typeof part === 'string' || part.text === '') continue;
    // Folding a part is folding the whole only where it depends on nothing around.
    if (cased && !isAscii(part.text)) continue;
    const where = i === 0 ? (i === last ? 'whole' : 'start') : i === last ? 'end' : 'inside';
    literals.push({ field, text: cased ? fold(part.text) : part.text, where });
  }
  return literals;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
