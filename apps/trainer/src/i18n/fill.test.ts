import { expect, test } from 'vitest';
import { fill } from './fill.ts';

test('places are filled in the reader’s form and unknown ones stay visible', () => {
  expect(fill('en', 'Key {kid} withdrawn, {n} sessions', { kid: 'k1', n: 12345 })).toBe(
    'Key k1 withdrawn, 12,345 sessions',
  );
  expect(fill('ko', '{n:compact}명', { n: 33_673_817 })).toBe('3,367만명');
  expect(fill('en', 'after {ms:span}', { ms: 7_200_000 })).toBe('after 2 h');
  expect(fill('en', '{missing} stays', {})).toBe('{missing} stays');
});
