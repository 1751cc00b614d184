import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyClockEntry,
  type ClockAction,
  type ClockEntry,
  clockOf,
  type ClockSpan,
  clockTime,
} from './clock.ts';

// Goal: the clock is a pure function of its log; it never runs back by itself, never leaves the
// run, and stands still while paused.

const SPAN: ClockSpan = { startAt: 1_000_000, endAt: 900_000_000 };

const time = fc.integer({ min: SPAN.startAt, max: SPAN.endAt });
const action: fc.Arbitrary<ClockAction> = fc.oneof(
  fc.constant<ClockAction>({ do: 'play' }),
  fc.constant<ClockAction>({ do: 'pause' }),
  fc.record({ do: fc.constant('speed' as const), speed: fc.integer({ min: 1, max: 100_000 }) }),
  fc.record({ do: fc.constant('step' as const), to: time }),
  fc.record({ do: fc.constant('jump' as const), to: time }),
);
const entries = fc
  .array(fc.record({ wait: fc.integer({ min: -50, max: 100_000 }), action }), { maxLength: 30 })
  .map((steps) => {
    let wallMs = 5_000_000;
    return steps.map((step, i): ClockEntry => ({
      sequence: i + 1,
      wallMs: (wallMs += step.wait),
      action: step.action,
    }));
  });

const afterAll = (log: readonly ClockEntry[]) =>
  log.reduce((latest, entry) => Math.max(latest, entry.wallMs), 0);

test('people cannot move the clock back, nor out of the run', () => {
  fc.assert(
    fc.property(entries, (log) => {
      let before = SPAN.startAt;
      for (let n = 0; n <= log.length; n++) {
        const wallMs = afterAll(log.slice(0, n));
        const now = clockTime(clockOf(SPAN, log.slice(0, n)), SPAN, wallMs);
        expect(now).toBeGreaterThanOrEqual(before);
        expect(now).toBeLessThanOrEqual(SPAN.endAt);
        before = now;
      }
    }),
  );
});

test('while paused, no wall time moves it; while playing, time passes at its speed', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 10_000_000 }), (log, wait) => {
      const clock = clockOf(SPAN, log);
      const wallMs = Math.max(afterAll(log), clock.anchorWallMs);
      const now = clockTime(clock, SPAN, wallMs);
      const later = clockTime(clock, SPAN, wallMs + wait);
      if (!clock.playing) expect(later).toBe(now);
      else
        expect(Math.abs(later - Math.min(SPAN.endAt, now + wait * clock.rate))).toBeLessThanOrEqual(
          1,
        );
    }),
  );
});

test('every host computes the same clock from the log as it was stored', () => {
  fc.assert(
    fc.property(entries, fc.nat(30), (log, cut) => {
      const stored = JSON.parse(JSON.stringify(log)) as ClockEntry[];
      const followed = stored
        .slice(cut)
        .reduce(
          (clock, entry) => applyClockEntry(clock, SPAN, entry),
          clockOf(SPAN, log.slice(0, cut)),
        );
      expect(followed).toEqual(clockOf(SPAN, stored));
    }),
  );
});

test('slowing and resuming are recorded, and never go back behind where the world is', () => {
  const log: ClockEntry[] = [
    { sequence: 1, wallMs: 0, action: { do: 'speed', speed: 1000 } },
    { sequence: 2, wallMs: 0, action: { do: 'play' } },
    { sequence: 3, wallMs: 10_000, action: { do: 'slow', at: 9_000_000, rate: 400 } },
  ];
  const slowed = clockOf(SPAN, log);
  expect(slowed).toMatchObject({ playing: true, speed: 1000, rate: 400, anchorSim: 9_000_000 });
  expect(clockTime(slowed, SPAN, 11_000)).toBe(9_400_000);
  const recovered = clockOf(SPAN, [
    ...log,
    { sequence: 4, wallMs: 12_000, action: { do: 'recover', at: 9_800_000 } },
  ]);
  expect(recovered).toMatchObject({ rate: 1000, anchorSim: 9_800_000 });
  const resumed = clockOf(SPAN, [
    ...log,
    { sequence: 4, wallMs: 500_000, action: { do: 'resume', at: 9_600_000 } },
  ]);
  expect(clockTime(resumed, SPAN, 500_000)).toBe(9_600_000);
});
