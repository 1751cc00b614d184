import { DAY_MS } from '@dwell/core';
import { shippedTemplate } from '@dwell/scoring/templates';
import { makeCase } from '../../src/debrief/case.ts';
import type { CaseBundle, CaseRoom } from '../../src/debrief/types.ts';
import { makeBundle } from '../../src/run/bundle.ts';
import type { Run } from '../../src/run/run.ts';
import { PEOPLE, playHumanCrisis, shortCrisis } from './human-crisis.ts';

/** The room around a crisis: people, what they wrote alone, how it was rated, and what is to be mended. */
export function humanRoom(from: number): CaseRoom {
  return {
    title: 'Tuesday',
    team: 'Red',
    ended: true,
    people: [
      ...Object.entries(PEOPLE).map(([id, roles]) => ({
        ...{ id, name: `${id} of Red`, kind: 'trainee' as const, roles: [...roles] },
      })),
      { id: 'eva', name: 'Eva', kind: 'evaluator', roles: [] },
    ],
    freezes: [
      {
        question: 'How many accounts?',
        at: from + 2 * DAY_MS,
        answers: [
          { by: 'ann', low: 1_000_000, high: 5_000_000, confidence: 50 },
          { by: 'cy', low: 20_000_000, high: 33_000_000, confidence: 80 },
        ],
      },
    ],
    notes: [],
    ratings: [
      {
        ...{ objective: 'O1', letter: 'S', by: 'eva', moments: ['c31'] },
        observation: 'They asked who could sign for somebody who does not exist.',
      },
    ],
    wash: [{ id: 'w1', kind: 'strength', text: 'one record', by: 'ann' }],
    improvements: [
      {
        ...{ id: 'i1', text: 'Rotate the key when somebody leaves', owner: 'identity', by: 'ann' },
        ...{ due: '2026-12-24', measure: 'no key older than 90 days', status: 'open' },
        ...{ objective: 'O7', carries: null },
      },
    ],
    template: shippedTemplate('standard'),
    pseudonymous: false,
  };
}

/** The case of a run of the human crisis, unscored. */
export function caseOf(run: Run): CaseBundle {
  const { starts } = run.input.scenario;
  return makeCase(makeBundle(run, 'people'), humanRoom(starts.crisis), null);
}

let played: Run | null = null;

/** Four days of it in a small world, lived once. */
export function humanCase(): CaseBundle {
  played ??= playHumanCrisis(100_000, 4 * DAY_MS, shortCrisis());
  return caseOf(played);
}
