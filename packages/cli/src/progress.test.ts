import { expect, test } from 'vitest';
import { fakeIo } from '../test/fake-io.ts';
import { openProgress } from './progress.ts';

test('without a terminal there is a line every 5 s', () => {
  const io = fakeIo();
  let now = 0;
  const progress = openProgress(io, 'run', false, () => now);
  for (; now <= 12_000; now += 1000) progress.update(now / 12_000, 'day');
  progress.end();
  expect(io.stderr).toBe('run: 41 % day\nrun: 83 % day\n');
});

test('on a terminal there is a bar that is taken away, and quiet means quiet', () => {
  const io = fakeIo({ terminal: true });
  const progress = openProgress(io, 'run', false, () => 0);
  progress.update(0.5, 'day 3');
  expect(io.stderr).toContain('[###############...............] 50 % day 3');
  progress.end();
  expect(io.stderr.endsWith('\r\u001b[K')).toBe(true);
  const quiet = fakeIo({ terminal: true });
  openProgress(quiet, 'run', true).update(0.5, '');
  expect(quiet.stderr).toBe('');
});
