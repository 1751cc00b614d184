// Goal: where engines once disagreed, or people might, all of them say what is written down here.
import { describe, expect, test } from 'vitest';
import { byReference } from './agreement/by-reference.ts';
import { difference, OPTIONS } from './agreement/difference.ts';
import { matchText, momentText } from './agreement/outcome.ts';
import { CORRELATION_VECTORS } from './vectors/correlations.ts';
import { RULE_VECTORS } from './vectors/rules.ts';
import type { Vector } from './vectors/vector.ts';

function wanted({ holds }: Vector): Record<string, string[]> {
  const texts = Object.entries(holds).map(([name, moments]): [string, string[]] => [
    name,
    moments.map((one) =>
      typeof one === 'number' ? matchText(one) : momentText(one[0], one.slice(1) as string[]),
    ),
  ]);
  return Object.fromEntries(texts);
}

describe.each([...RULE_VECTORS, ...CORRELATION_VECTORS])('$says', (vector) => {
  test('by the reference', () => {
    expect(byReference(vector.rules, vector.events, OPTIONS).answers).toEqual(wanted(vector));
  });
  test('in who reports', () => {
    const { reports } = byReference(vector.rules, vector.events, OPTIONS);
    const quiet = Object.keys(reports).filter((name) => !reports[name]);
    expect(quiet.sort()).toEqual([...(vector.silent ?? [])].sort());
  });
  test('by all engines', async () => {
    expect(await difference(vector.rules, vector.events)).toBeNull();
  });
});
