// Goal: legal clocks one by one, met, late and open, and the time until people were told.
import { expect, test } from 'vitest';
import { D0, HOUR, makeClock, makeHistory, makeMoment } from '../testing/make-history.ts';
import { measureOf, partsOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

test('time to notify: from the provable awareness to the notice; each clock beside it', () => {
  // Aware after half an hour, told after sixty.
  expect(measureOf(sampleHistory(), 'time-to-notify')).toMatchObject({
    value: 59.5 * HOUR,
    at: D0 + 60 * HOUR,
    evidence: ['c16'],
  });
  // Hours from each clock's start to its filing; the third never started.
  expect(partsOf(sampleHistory(), 'time-to-notify')).toEqual({
    'kr-network-48-3': 25 * HOUR,
    'kr-pipa-34-people': 60 * HOUR,
  });
});

test('time to notify: before it could be proved is at once; nobody told, nobody aware', () => {
  const toldAt = { at: D0, moment: 'c1' };
  const of = (given: Parameters<typeof makeHistory>[0]) =>
    valueOf(makeHistory(given), 'time-to-notify');
  expect(of({ toldAt, awareAt: D0 + HOUR })).toBe(0);
  expect(of({ toldAt })).toBe(0);
  expect(of({ awareAt: D0 })).toBe('not-notified');
  expect(of({})).toBe('not-aware');
});

const FIVE = makeHistory({
  clocks: [
    makeClock('a', 24, 'met', 20),
    makeClock('b', 24, 'late', 30),
    makeClock('c', 24, 'missed'),
    makeClock('d', 24, 'open'),
    makeClock('e', 24, 'not_started'),
  ],
});

test('clocks met: one of the three that were due; the open one is not counted', () => {
  expect(measureOf(FIVE, 'clocks-met')).toMatchObject({
    value: 1 / 3,
    unit: 'share',
    evidence: ['filed:a', 'filed:b'],
  });
  expect(partsOf(FIVE, 'clocks-met')).toEqual({ a: 1, b: 0, c: 0, d: null });
  expect(valueOf(sampleHistory(), 'clocks-met')).toBe(0.5);
});

test('clocks late: filed late or not at all', () => {
  expect(valueOf(FIVE, 'clocks-late')).toBe(2);
  expect(partsOf(FIVE, 'clocks-late')).toEqual({ b: 1, c: 1 });
  expect(measureOf(sampleHistory(), 'clocks-late')).toMatchObject({ value: 1, evidence: ['c14'] });
});

test('a clock that nobody met points to what set it off', () => {
  const history = makeHistory({
    clocks: [makeClock('c', 24, 'missed')],
    moments: [
      makeMoment('c1', 'read', D0),
      makeMoment('c2', 'declare', D0),
      makeMoment('c3', 'declare', D0 + HOUR),
    ],
  });
  expect(measureOf(history, 'clocks-late').evidence).toEqual(['c2']);
  expect(measureOf(history, 'clocks-late').parts?.[0]?.evidence).toEqual(['c2']);
});

test('no clock started, or none due yet', () => {
  const none = makeHistory({ clocks: [makeClock('e', 24, 'not_started')] });
  expect(valueOf(none, 'clocks-met')).toBe('no-clocks');
  expect(valueOf(none, 'clocks-late')).toBe('no-clocks');
  const open = makeHistory({ ended: false, clocks: [makeClock('d', 24, 'open')] });
  expect(valueOf(open, 'clocks-met')).toBe('none-due');
  expect(valueOf(open, 'clocks-late')).toBe(0);
});
