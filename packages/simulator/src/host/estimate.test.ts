import { tmpdir } from 'node:os';
import { DAY_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { Run } from '../run/run.ts';
import { loadScenario } from '../scenario/load.ts';
import { estimateHistory, estimateUntil, refuseTooLarge } from './estimate.ts';

// Goal: what a history is said to cost is about what it costs, and what cannot fit is refused.

const scenario = loadScenario('insider-key');

test('records are estimated within a tenth of what the world counts', () => {
  const scale = 10_000;
  const run = new Run({ scenario, seed: 3, scale }, { keep: false });
  for (const days of [30, 200]) {
    run.advance(days * DAY_MS);
    const counted = run.summary().log_records.total;
    const { records } = estimateUntil(scenario, scale, days * DAY_MS);
    expect(Math.abs(records - counted) / counted).toBeLessThan(0.1);
  }
});

test('full scale does not fit an ordinary disk; a fine sample does', () => {
  const ask = { scenario, startAt: scenario.starts.crisis, folder: tmpdir(), processes: 2 };
  const small = estimateHistory({ ...ask, scale: 100_000 });
  expect(small.bytes).toBeLessThan(20_000_000);
  const huge = estimateHistory({ ...ask, scale: 1 });
  expect(huge.records).toBeGreaterThan(5e10);
  expect(() => refuseTooLarge({ ...huge, fits: false }, 1)).toThrow(
    expect.objectContaining({ code: 'DISK_FULL' }),
  );
  expect(() => refuseTooLarge({ ...small, fits: true }, 100_000)).not.toThrow();
});
