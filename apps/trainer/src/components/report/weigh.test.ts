// Goal: changing weights makes a template of one's own and leaves the shipped one and all else as it was.
import type { Template } from '@dwell/scoring';
import { expect, test } from 'vitest';
import { ownTemplate, weighGroup, weighTerm, weightOf } from './weigh.ts';

const SHIPPED: Template = {
  name: 'standard',
  title: { en: 'Standard', ko: '표준' },
  about: { en: 'About', ko: '설명' },
  letters: { P: 1, S: 0.75, M: 0.4, U: 0 },
  groups: [
    { id: 'outcome', weight: 50, terms: [{ objective: 'O3', weight: 1 }] },
    {
      id: 'process',
      weight: 35,
      terms: [
        { objective: 'O1', weight: 2 },
        { objective: 'O2', weight: 1 },
      ],
    },
  ],
  hintPoints: 1,
  ranks: true,
  seats: {},
  credit: {
    queried: 1,
    proposed: 3,
    approved: 2,
    objected: 2,
    recorded: 1,
    answered: 1,
    verdicts: 1,
  },
};

test('a changed template is no longer the shipped one', () => {
  const own = ownTemplate(SHIPPED, { en: 'Ours', ko: '우리' });
  expect([own.name, own.title.en, SHIPPED.name]).toEqual(['own', 'Ours', 'standard']);
  expect(ownTemplate(own, { en: 'Again', ko: '다시' })).toBe(own);
});

test('one weight changes and nothing else', () => {
  const heavier = weighGroup(SHIPPED, 'process', 60);
  expect(heavier.groups.map(({ weight }) => weight)).toEqual([50, 60]);
  const term = weighTerm(SHIPPED, 'process', 1, 5);
  expect(term.groups[1]!.terms.map(({ weight }) => weight)).toEqual([2, 5]);
  expect(term.groups[0]).toBe(SHIPPED.groups[0]);
});

test('a field counts only while it holds a number from nought to a thousand', () => {
  expect(['12', '0', '2,5', '', '-1', 'x', '1001'].map(weightOf)).toEqual([
    12,
    0,
    2.5,
    null,
    null,
    null,
    null,
  ]);
});
