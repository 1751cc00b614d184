import { expect, test } from 'vitest';
import type { RuleProblem } from '@dwell/simulator/router';
import { checkHere } from './check-here.ts';
import { mergeProblems } from './use-problems.ts';

const problem = (line: number, code: string): RuleProblem => ({
  code,
  severity: 'error',
  message: code,
  hint: '',
  line,
  column: 1,
});

test('what both the browser and the server say stands once, in the order of the text', () => {
  const merged = mergeProblems([
    [problem(3, 'CONDITION')],
    [problem(1, 'FIELD'), problem(3, 'CONDITION')],
  ]);
  expect(merged.map((each) => each.code)).toEqual(['FIELD', 'CONDITION']);
});

test('a mistake in the text is found in the browser, by line and column', async () => {
  const good =
    'title: A\nlogsource:\n  product: dwell\ndetection:\n  a:\n    b: 1\n  condition: a\n';
  expect((await checkHere(good)).filter((each) => each.severity === 'error')).toEqual([]);
  const found = await checkHere(good.replace('condition: a', 'condition: c'));
  expect(found).toContainEqual(expect.objectContaining({ severity: 'error', line: 7 }));
});
