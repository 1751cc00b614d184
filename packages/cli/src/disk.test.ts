import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatBytes, freeBytes, refuseWhatDoesNotFit } from './disk.ts';

test('free space is that of the nearest folder that exists', () => {
  expect(freeBytes(join(tmpdir(), 'not', 'there'))).toBe(freeBytes(tmpdir()));
});

test('what does not fit is refused with both figures', () => {
  expect(() => refuseWhatDoesNotFit(1e9, 'x', 1e8)).toThrow(
    'about 1.0 GB do not fit, 100 MB are free',
  );
  expect(() => refuseWhatDoesNotFit(1e8, 'x', 1e9)).not.toThrow();
});

test('sizes are short', () => {
  expect([0, 999, 1000, 123_456_789, 5.5e12].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '123 MB',
    '5.5 TB',
  ]);
});
