import { expect, test } from 'vitest';
import {
  applyClockEntry,
  type ClockAction,
  type ClockState,
  clockTime,
  initialClock,
} from './clock.ts';
import { Pacer, paceTarget } from './pacer.ts';

// Goal: the clock gives way to a slow world, goes back to its speed when the world keeps up, and
// never undoes a jump.

const SPAN = { startAt: 0, endAt: 1e12 };

/** Plays a clock against a world that manages `capacity(wall)` simulated ms a wall ms. */
function play(
  speed: number,
  capacity: (wallMs: number) => number,
  seconds: number,
  jump?: { wallMs: number; to: number },
) {
  const pacer = new Pacer();
  let wallMs = 0;
  let worldNow = 0;
  let floor = 0;
  let sequence = 0;
  let clock: ClockState = initialClock(SPAN);
  const log: ClockAction[] = [];
  const apply = (action: ClockAction) => {
    log.push(action);
    clock = applyClockEntry(clock, SPAN, { sequence: ++sequence, wallMs, action });
  };
  apply({ do: 'speed', speed });
  apply({ do: 'play' });
  for (; wallMs < seconds * 1000; wallMs += 500) {
    if (jump && jump.wallMs === wallMs) {
      apply({ do: 'jump', to: jump.to });
      floor = jump.to;
    }
    const clockNow = clockTime(clock, SPAN, wallMs);
    const sample = { wallMs, clock, clockNow, worldNow, floor };
    const target = Math.floor(paceTarget(sample) / 60_000) * 60_000;
    worldNow = Math.max(worldNow, Math.min(target, worldNow + 500 * capacity(wallMs)));
    const action = pacer.check({ ...sample, worldNow });
    if (action) apply(action);
  }
  return { clock, log, worldNow, clockNow: clockTime(clock, SPAN, wallMs) };
}

test('a world that keeps up is left alone', () => {
  const { log } = play(3600, () => 1e6, 60);
  expect(log.map((a) => a.do)).toEqual(['speed', 'play']);
});

test('a world that manages half makes the clock slow, and stay near what it manages', () => {
  const { clock, clockNow, worldNow } = play(100_000, () => 50_000, 120);
  expect(clock.rate).toBeLessThan(76_000);
  expect(clock.speed).toBe(100_000);
  expect((clockNow - worldNow) / 50_000).toBeLessThan(4_000);
});

test('a world that stands still for a moment, sealing a day, costs no speed', () => {
  const { log } = play(100_000, (wallMs) => (wallMs % 10_000 < 1_500 ? 0 : 150_000), 60);
  expect(log.map((a) => a.do)).toEqual(['speed', 'play']);
});

test('when the world keeps up again, so does the clock', () => {
  const { clock, log } = play(100_000, (wallMs) => (wallMs < 20_000 ? 30_000 : 1e6), 180);
  expect(clock.rate).toBe(100_000);
  expect(log.at(-1)).toMatchObject({ do: 'recover' });
});

test('a jump ahead is worked off without slowing, and no time passes meanwhile', () => {
  const to = 60 * 86_400_000;
  const { clock, log, clockNow } = play(60, () => 100_000, 70, { wallMs: 10_000, to });
  expect(log.map((a) => a.do)).toEqual(['speed', 'play', 'jump', 'recover']);
  expect(clock.rate).toBe(60);
  expect(clockNow).toBeGreaterThanOrEqual(to);
  expect(clockNow - to).toBeLessThan(60 * 12_000);
});
