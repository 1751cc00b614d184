import { expect, test } from 'vitest';
import { quietMs } from './quiet-ms.ts';

const DAY_MS = 86_400_000;

test('a verdict keeps quiet for the timespan of what alerts, a day at least', () => {
  expect(quietMs('correlation:\n  timespan: 1h\n---\ncorrelation: { timespan: 7d }\n')).toBe(
    7 * DAY_MS,
  );
  expect(quietMs('dwell:\n  quiet: 2d\n')).toBe(2 * DAY_MS);
  expect(quietMs('correlation:\n  timespan: 10m\n')).toBe(DAY_MS);
  expect(quietMs('title: A\n')).toBe(DAY_MS);
});
