// Goal: simulated time becomes a minute of the programme, at borders, in gaps and outside too.
import { expect, test } from 'vitest';
import { programmeMinute } from './programme-minute.ts';
import { D0, DAY, HOUR, MINUTE, PHASES } from './testing/make-history.ts';

test('within a phase, minutes are spread evenly over its simulated time', () => {
  // Ten hours are minutes 7 to 27: an hour is two minutes.
  expect(programmeMinute(PHASES, D0 + 4 * HOUR)).toBe(7 + 4 * 2);
  expect(programmeMinute(PHASES, D0 + 30 * MINUTE)).toBe(8);
  // Thirty hours are minutes 27 to 50: fifteen of them are 11.5 minutes.
  expect(programmeMinute(PHASES, D0 + 25 * HOUR)).toBe(38.5);
});

test('a border belongs to the later phase', () => {
  expect(programmeMinute(PHASES, D0)).toBe(7);
  expect(programmeMinute(PHASES, D0 + 10 * HOUR)).toBe(27);
});

test('outside of the programme it is the first or the last minute that moves', () => {
  expect(programmeMinute(PHASES, D0 - DAY)).toBe(7);
  expect(programmeMinute(PHASES, D0 + 60 * DAY)).toBe(80);
  expect(programmeMinute(PHASES, D0 + 90 * DAY)).toBe(80);
});

test('a gap is where the later phase begins, a phase without time takes none', () => {
  const [, notice, , tell] = PHASES;
  expect(programmeMinute([notice!, tell!], D0 + 20 * HOUR)).toBe(50);
  const still = { ...notice!, sim: { from: D0, to: D0 } };
  expect(programmeMinute([still], D0)).toBe(27);
  expect(programmeMinute([still, { ...tell!, sim: { from: D0, to: D0 + DAY } }], D0)).toBe(50);
});

test('where nothing moves there is no minute', () => {
  expect(programmeMinute([], D0)).toBeNull();
  expect(programmeMinute([PHASES[0]!], D0)).toBeNull();
});
