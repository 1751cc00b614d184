import type { Desk } from '@dwell/simulator/router';
import { expect, test } from 'vitest';
import { auditLines } from './audit-lines.ts';

const desk = {
  people: [
    { id: 'p1', name: 'Jiwoo', kind: 'trainee' },
    { id: 'p2', name: 'Ahn', kind: 'evaluator' },
  ],
  teams: [{ team: { id: 'team-1', name: 'Han' } }],
  audit: [
    { sequence: 1, wallMs: 1, by: 'owner', what: 'seat · p1 · team-1 · care' },
    { sequence: 2, wallMs: 2, by: 'p1', what: 'ready · p1' },
    {
      sequence: 3,
      wallMs: 3,
      by: 'p2',
      what: 'look · p1 · 610acb49-0b90-40a9-92ce-801a6d3cf06e',
    },
  ],
} as unknown as Desk;

// Goal: who answers for an exercise can read what was done in it, without codes and ids.
test('names stand for people and teams, trainees’ own acts and bare ids are left out', () => {
  expect(auditLines(desk, { seat: 'seat', look: 'looked' })).toEqual([
    { sequence: 1, wallMs: 1, who: null, what: 'seat: Jiwoo, Han, care' },
    { sequence: 3, wallMs: 3, who: 'Ahn', what: 'looked: Jiwoo' },
  ]);
});
