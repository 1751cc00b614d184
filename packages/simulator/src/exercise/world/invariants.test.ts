// Goal: an exercise that breaks a law of its own stops at once.
import { expect, test } from 'vitest';
import { BEGIN, inject, pass, runOf, stateOf } from '../../../test/support/exercises.ts';
import type { ExerciseState } from './state.ts';

const SABOTAGE: [name: string, breaks: (state: ExerciseState) => void, law: RegExp][] = [
  ['read before it was sent', (s) => (s.injects['one']!.readAt = BEGIN), /before it was sent/],
  [
    'met and missed',
    (s) => Object.assign(s.injects['sent']!, { metAt: BEGIN, missedAt: BEGIN }),
    /both met and missed/,
  ],
  [
    'read and taken back',
    (s) => Object.assign(s.injects['sent']!, { readAt: BEGIN, withdrawnAt: BEGIN }),
    /taken back/,
  ],
  ['a negative pace', (s) => (s.attackerPace = -1), /is negative/],
];

test.each(SABOTAGE)('%s', (_name, breaks, law) => {
  const at = { when: { at: BEGIN }, after: 0 };
  const run = runOf({ injects: [inject('one'), inject('sent', { trigger: at })] });
  pass(run);
  breaks(stateOf(run));
  stateOf(run).lookAt = 0;
  expect(() => pass(run)).toThrow(law);
});

test('injects that call for each other without end are noticed', () => {
  const run = runOf({ injects: [inject('one')] });
  Object.defineProperty(stateOf(run), 'lookAt', { get: () => 0, set() {} });
  expect(() => pass(run)).toThrow(/without end/);
});
