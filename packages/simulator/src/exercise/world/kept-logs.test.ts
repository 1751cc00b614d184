// Goal: hunts see the logs that facts say are left, whatever was held and destroyed.
import { DAY_MS, MINUTE_MS } from '@dwell/core';
import { visibleFromMs } from '@dwell/telemetry';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runOf } from '../../../test/support/exercises.ts';
import { telemetryView } from '../../host/telemetry-view.ts';
import { keptFrom } from './kept-logs.ts';

test('what a hunt sees begins where the logs that are left begin', () => {
  const { world } = runOf({});
  const { scenario, knobs } = world;
  const time = fc.integer({ min: 0, max: 400 * 1440 }).map((minute) => minute * MINUTE_MS);
  fc.assert(
    fc.property(time, fc.option(time), fc.option(time), (now, wiped, held) => {
      // Logs are destroyed up to 90 days ago, and not from under a hold.
      const at = wiped === null ? null : Math.min(now, wiped, held ?? now);
      const logsFrom = at === null ? null : Math.max(0, at - 90 * DAY_MS);
      const exercise = { ...world.state.exercise!, logsFrom };
      const holds = held !== null && held <= now ? [{ at: held }] : [];
      const state = { ...world.state, exercise, holds };
      const seen = visibleFromMs(telemetryView(state, scenario, now))!;
      expect(Math.max(0, seen - scenario.calendar.startMs)).toBe(keptFrom({ state, knobs, now }));
    }),
    { seed: 42, numRuns: 300 },
  );
});
