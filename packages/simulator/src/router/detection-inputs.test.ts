import { expect, test } from 'vitest';
import {
  AlertRecordsInput,
  AssignInput,
  DeployInput,
  JudgeInput,
  RuleTextInput,
} from './detection-inputs.ts';

// Goal: whatever comes from outside is bounded before anything looks at it.

const runId = 'run';
const as = 'soc-lead';

test('a text of 64 kB passes, a longer one and none do not', () => {
  const passes = (text: string) => RuleTextInput.safeParse({ runId, text }).success;
  expect(passes('x'.repeat(65_536))).toBe(true);
  expect(passes('x'.repeat(65_537))).toBe(false);
  expect(passes('')).toBe(false);
  expect(DeployInput.safeParse({ runId, text: 'x', as: 'nobody' }).success).toBe(false);
});

test('an alert is named by its rule and number', () => {
  const passes = (id: string) => AlertRecordsInput.safeParse({ runId, id }).success;
  expect(['token-never-issued/1', 'Ein Titel/12'].every(passes)).toBe(true);
  expect(['', 'a', 'a/', '/1', 'a/b', 'a/1/2', 'a/1.5', `${'a'.repeat(121)}/1`].some(passes)).toBe(
    false,
  );
});

test('many alerts are judged at once, but not any number; a note has an end', () => {
  const ids = (n: number) => Array.from({ length: n }, (_, i) => `a/${i + 1}`);
  const judge = (n: number, note = '') =>
    JudgeInput.safeParse({ runId, ids: ids(n), verdict: 'true', note, as }).success;
  expect(judge(500)).toBe(true);
  expect([judge(0), judge(501), judge(1, 'x'.repeat(2_001))]).toEqual([false, false, false]);
  expect(JudgeInput.safeParse({ runId, ids: ids(1), verdict: 'none', as }).success).toBe(false);
  expect(AssignInput.safeParse({ runId, ids: ids(1), to: null, as }).success).toBe(true);
});
