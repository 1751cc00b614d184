import { expect, test } from 'vitest';
import type { DecisionCard, ProposalCard } from '@dwell/simulator/router';
import { decideGroups } from './decide-list.ts';

const text = { en: '', ko: '' };
const card = (id: string, roles: DecisionCard['roles'], taken = false): DecisionCard => ({
  id,
  title: text,
  question: text,
  roles,
  approvers: [],
  options: [],
  taken: taken ? { option: 'a', at: 1 } : null,
});
const proposal = (sequence: number, effectiveAt: number | null, asksYou = false): ProposalCard => ({
  sequence,
  at: 0,
  by: 'p',
  role: 'identity',
  act: { do: 'declare', severity: 'high' },
  reasons: {},
  needs: ['incident-commander'],
  agreed: [],
  objected: [],
  effectiveAt,
  failed: null,
  asksYou,
});

// Goal: whoever opens the screen sees first what nobody but they can do.
test('what asks the viewer comes first, what is done last and newest first', () => {
  const groups = decideGroups(
    {
      cards: [card('mine', ['care']), card('theirs', ['legal']), card('old', ['care'], true)],
      proposals: [proposal(1, 5), proposal(2, null), proposal(3, null, true), proposal(4, 9)],
    },
    ['care'],
  );
  const ids = Object.fromEntries(
    Object.entries(groups).map(([name, items]) => [name, items.map(({ id }) => id)]),
  );
  expect(ids).toEqual({
    asks: ['p:3'],
    open: ['d:mine'],
    waiting: ['p:2'],
    others: ['d:theirs'],
    taken: ['p:4', 'p:1'],
  });
});
