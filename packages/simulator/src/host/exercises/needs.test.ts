// Goal: authority cards say who may do what alone, and whose agreement is needed; nobody is stuck.
import { expect, test } from 'vitest';
import type { AuthorityCard, ExercisePlan } from '../../exercise/types.ts';
import type { Role } from '../../scenario/roles.ts';
import { needsOf } from './needs.ts';

const text = { en: '', ko: '' };
const card = (
  role: Role,
  alone: string[],
  withSecond: AuthorityCard['withSecond'] = [],
): AuthorityCard => ({
  ...{ role, title: text, brief: text, start: [], tools: [], tables: [] },
  ...{ alone, withSecond },
});
const plan = {
  cards: [
    card('soc-lead', ['enrich'], [{ act: 'declare', roles: ['incident-commander', 'legal'] }]),
    card('incident-commander', ['declare']),
    card('care', []),
  ],
  decisions: [{ id: 'd', roles: ['care'], approvers: ['incident-commander'], options: [] }],
} as unknown as ExercisePlan;

const held = (by: Partial<Record<Role, string[]>>) => (role: Role) => by[role] ?? [];
const DECLARE = { do: 'declare', severity: 'high' } as const;
const soc = { person: 'ada', as: 'soc-lead', roles: ['soc-lead'] } as const;

test('alone needs nobody; otherwise those of the card who somebody else could speak for', () => {
  const enrich = { do: 'respond', response: 'enrich', params: {} } as const;
  expect(needsOf(plan, enrich, soc, held({}))).toEqual([]);
  const holders = held({ 'incident-commander': ['bo'], legal: [] });
  expect(needsOf(plan, DECLARE, soc, holders)).toEqual(['incident-commander']);
});

test('a doubled seat, an empty one, and one more role with the power do not wait', () => {
  expect(needsOf(plan, DECLARE, soc, held({ 'incident-commander': ['ada'] }))).toEqual([]);
  expect(needsOf(plan, DECLARE, soc, held({}))).toEqual([]);
  const both = { ...soc, roles: ['soc-lead', 'incident-commander'] as const };
  expect(needsOf(plan, DECLARE, both, held({ 'incident-commander': ['ada', 'bo'] }))).toEqual([]);
});

test('an act on no card of theirs is refused; a decision is for its own roles to propose', () => {
  const care = { person: 'cy', as: 'care', roles: ['care'] } as const;
  const decide = { do: 'decide', decision: 'd', option: 'x' } as const;
  const holders = held({ 'incident-commander': ['bo'] });
  expect(() => needsOf(plan, DECLARE, care, holders)).toThrow('no authority card');
  expect(needsOf(plan, decide, care, holders)).toEqual(['incident-commander']);
  expect(() => needsOf(plan, decide, soc, holders)).toThrow('no authority card');
});
