// Goal: every moment of a debrief has a place on its axis, in order, whatever the programme was.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AFTER_ID, BEFORE_ID, debriefAxis, extent } from './debrief-axis.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const D0 = 350 * DAY;
const title = { en: 'x', ko: 'x' };
const phase = (id: string, from: number, to: number, sim: [number, number] | null) => ({
  ...{ id, title, minutes: { from, to } },
  sim: sim && { from: sim[0], to: sim[1] },
});
const history = {
  from: D0,
  to: D0 + 70 * DAY,
  phases: [
    phase('brief', 0, 7, null),
    phase('notice', 7, 27, [D0, D0 + 10 * HOUR]),
    phase('recover', 27, 67, [D0 + 10 * HOUR, D0 + 60 * DAY]),
    phase('wash', 67, 77, null),
  ],
  moments: [],
  loss: [
    { at: 0, accounts: 0 },
    { at: 200 * DAY, accounts: 5000 },
  ],
};

test('an axis begins with the first loss and ends with the history', () => {
  expect(extent(history)).toEqual({ from: 200 * DAY, to: D0 + 70 * DAY });
});

test('the programme’s axis gives a phase room by its minutes, and strips to what lies outside', () => {
  const axis = debriefAxis(history, 'programme');
  expect(axis.stretches.map((each) => each.id)).toEqual([BEFORE_ID, 'notice', 'recover', AFTER_ID]);
  const [before, notice, recover] = axis.stretches.map((each) => each.right - each.left);
  expect(recover! / notice!).toBeCloseTo(2, 9);
  expect(before).toBeGreaterThan(0.1);
  expect(axis.place(D0)).toBeCloseTo(before!, 9);
  expect(axis.place(D0 + 5 * HOUR)).toBeCloseTo(before! + notice! / 2, 9);
});

test('a phase that has not begun takes no room, one cut short takes what was played of it', () => {
  const axis = debriefAxis({ ...history, to: D0 + 5 * HOUR }, 'programme');
  expect(axis.stretches.map((each) => each.id)).toEqual([BEFORE_ID, 'notice']);
  expect(axis.place(D0 + 5 * HOUR)).toBe(1);
});

test('without phases, and by the calendar, time runs evenly', () => {
  for (const axis of [
    debriefAxis({ ...history, phases: [] }, 'programme'),
    debriefAxis(history, 'calendar'),
  ])
    expect(axis.place(200 * DAY + 110 * DAY)).toBeCloseTo(0.5, 9);
});

test('places keep the order of times, and lead back to them', () => {
  const axis = debriefAxis(history, 'programme');
  const time = fc.integer({ min: 200 * DAY, max: D0 + 70 * DAY });
  fc.assert(
    fc.property(time, time, (a, b) => {
      if (a <= b) expect(axis.place(a)).toBeLessThanOrEqual(axis.place(b));
      expect(Math.abs(axis.timeAt(axis.place(a)) - a)).toBeLessThan(1000);
    }),
  );
});
