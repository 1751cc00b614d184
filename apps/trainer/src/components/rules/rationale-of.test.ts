import { expect, test } from 'vitest';
import { rationaleOf } from './rationale-of.ts';

test('a rationale is read whether it stands in a line or in a block', () => {
  expect(rationaleOf('dwell:\n  rationale: "It shows."\n  quiet: 1h\n')).toBe('It shows.');
  const block = 'dwell:\n  rationale: >-\n    It shows\n    at once.\n  samples:\n    match: []\n';
  expect(rationaleOf(block)).toBe('It shows at once.');
  expect(rationaleOf('title: A\n')).toBeNull();
});
