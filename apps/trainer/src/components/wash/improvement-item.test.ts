// Goal: an improvement says what it lacks, and is sent once, without stray spaces and only when it changed.
import { expect, test } from 'vitest';
import { EMPTY_ITEM, itemLacks, itemOf, sameItem } from './improvement-item.ts';

const WHOLE = {
  ...EMPTY_ITEM,
  ...{
    text: 'Rotate keys when people leave',
    owner: 'Mina',
    due: '2026-12-24',
    measure: '0 old keys',
  },
};

test('it lacks what is empty or blank', () => {
  expect(itemLacks(EMPTY_ITEM)).toEqual(['owner', 'due', 'measure']);
  expect(itemLacks({ ...WHOLE, owner: '  ' })).toEqual(['owner']);
  expect(itemLacks(WHOLE)).toEqual([]);
});

test('spaces and what only the log knows are not sent', () => {
  const kept = { ...WHOLE, text: ` ${WHOLE.text} `, due: '', id: 'i3', by: 'p1' };
  expect(itemOf(kept)).toEqual({ ...WHOLE, due: null });
});

test('a space more is no change, another status is', () => {
  expect(sameItem(WHOLE, { ...WHOLE, text: `${WHOLE.text} ` })).toBe(true);
  expect(sameItem(WHOLE, { ...WHOLE, status: 'done' })).toBe(false);
});
