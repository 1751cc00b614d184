import type { ExerciseCard } from '@dwell/simulator/router';
import { expect, test } from 'vitest';
import { defaultSettings, problemsOf, rolesOf } from './settings.ts';

const card = {
  name: 'crisis',
  plan: {
    cards: [{ role: 'care' }, { role: 'soc-lead' }],
    jurisdictions: ['kr'],
  },
} as unknown as ExerciseCard;
const settings = defaultSettings(card, { name: 'Crisis', team: 'Team 1' });

// Goal: nobody has to touch anything before the lobby opens.
test('the defaults can be started as they are, with the roles that have cards', () => {
  expect(problemsOf(settings)).toEqual([]);
  expect(rolesOf(card)).toEqual(['soc-lead', 'care']);
  expect(settings.jurisdictions).toEqual(['kr']);
});

// Goal: whatever cannot be started is named by its field.
test('teams of one name, no roles, and numbers out of bounds are refused', () => {
  expect(problemsOf({ ...settings, teams: ['A', ' A '] })).toEqual(['teams']);
  expect(problemsOf({ ...settings, roles: [] })).toEqual(['roles']);
  expect(problemsOf({ ...settings, seed: Number.NaN })).toEqual(['seed']);
  expect(
    problemsOf({ ...settings, difficulty: { ...settings.difficulty, attackerPace: 50_000 } }),
  ).toEqual(['difficulty']);
});
