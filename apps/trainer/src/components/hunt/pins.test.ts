import { expect, test } from 'vitest';
import { withOne } from './pins.ts';

test('what is kept anew stands first and takes the place of the older one', () => {
  expect(withOne([{ id: 'a' }, { id: 'b' }], { id: 'b' })).toEqual([{ id: 'b' }, { id: 'a' }]);
});

test('no list grows without end', () => {
  const many = Array.from({ length: 120 }, (_, i) => ({ id: String(i) }));
  expect(withOne(many, { id: 'new' })).toHaveLength(100);
});
