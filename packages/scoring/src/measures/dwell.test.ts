// Goal: how long the attacker stayed, and how long seeing and stopping him took, by hand.
import { expect, test } from 'vitest';
import { D0, DAY, HOUR, makeHistory, makeMoment, makeOutcome } from '../testing/make-history.ts';
import { measureOf, partsOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

const outcome = (given: Parameters<typeof makeOutcome>[0]) =>
  makeHistory({ outcome: makeOutcome(given) });

test('dwell time runs from the sustained attack to the verdict or the declaration', () => {
  // Attack 200 days before the first mail, declared two hours after it.
  const measure = measureOf(sampleHistory(), 'dwell-time');
  expect(measure.value).toBe(200 * DAY + 2 * HOUR);
  expect(measure).toMatchObject({ at: D0 + 2 * HOUR, unit: 'ms', better: 'lower', why: null });
  // The attack's start, the verdict and the declaration.
  expect(measure.evidence).toEqual(['e1', 'c2', 'c3']);
});

test('dwell time ends with what comes first: detection, containment, the end of the attack, or now', () => {
  const attackStartedAt = D0 - 10 * DAY;
  expect(
    valueOf(outcome({ attackStartedAt, detectedAt: D0, containedAt: D0 - DAY }), 'dwell-time'),
  ).toBe(9 * DAY);
  expect(
    valueOf(
      outcome({ attackStartedAt, detectedAt: D0, attackEndedAt: D0 - 2 * DAY }),
      'dwell-time',
    ),
  ).toBe(8 * DAY);
  // Nobody noticed by the sixtieth day.
  expect(valueOf(outcome({ attackStartedAt }), 'dwell-time')).toBe(70 * DAY);
  // Noticed before it began in earnest.
  expect(valueOf(outcome({ attackStartedAt, detectedAt: D0 - 20 * DAY }), 'dwell-time')).toBe(0);
});

test('time to detect counts the exercise’s own time only', () => {
  // The attack began before the crisis: two hours from the first mail.
  expect(measureOf(sampleHistory(), 'time-to-detect')).toMatchObject({
    value: 2 * HOUR,
    at: D0 + 2 * HOUR,
    evidence: ['c2', 'c3'],
  });
  // It began five days into the exercise and was seen on the ninth: four.
  const later = outcome({ attackStartedAt: D0 + 5 * DAY, detectedAt: D0 + 9 * DAY });
  expect(valueOf(later, 'time-to-detect')).toBe(4 * DAY);
  const before = outcome({ attackStartedAt: D0 + 5 * DAY, detectedAt: D0 + DAY });
  expect(valueOf(before, 'time-to-detect')).toBe(0);
});

test('time to contain counts from the same moment, in two parts', () => {
  expect(measureOf(sampleHistory(), 'time-to-contain')).toMatchObject({
    value: 20 * HOUR,
    at: D0 + 20 * HOUR,
    // The last response that was asked for before.
    evidence: ['c12'],
  });
  expect(partsOf(sampleHistory(), 'time-to-contain')).toEqual({
    'to-detect': 2 * HOUR,
    'from-detection': 18 * HOUR,
  });
});

test('contained before it was detected, or never detected', () => {
  const attackStartedAt = D0 - DAY;
  const before = outcome({ attackStartedAt, containedAt: D0 + HOUR, detectedAt: D0 + 3 * HOUR });
  expect(valueOf(before, 'time-to-contain')).toBe(HOUR);
  expect(partsOf(before, 'time-to-contain')).toEqual({ 'to-detect': HOUR, 'from-detection': 0 });
  const unseen = outcome({ attackStartedAt, containedAt: D0 + HOUR });
  expect(partsOf(unseen, 'time-to-contain')).toEqual({ 'to-detect': HOUR, 'from-detection': 0 });
  const early = outcome({ attackStartedAt, containedAt: D0 - HOUR });
  expect(valueOf(early, 'time-to-contain')).toBe(0);
  expect(partsOf(early, 'time-to-contain')).toEqual({ 'to-detect': 0, 'from-detection': 0 });
});

test('without an attack, a detection or a containment it is said so', () => {
  const ids = ['dwell-time', 'time-to-detect', 'time-to-contain'] as const;
  expect(ids.map((id) => valueOf(makeHistory(), id))).toEqual([
    'no-attack',
    'no-attack',
    'no-attack',
  ]);
  // One that begins after now is none yet.
  const ahead = makeHistory({
    to: D0 + DAY,
    outcome: makeOutcome({ attackStartedAt: D0 + 2 * DAY }),
  });
  expect(ids.map((id) => valueOf(ahead, id))).toEqual(['no-attack', 'no-attack', 'no-attack']);
  // One that begins right now is one.
  const now = makeHistory({ to: D0, outcome: makeOutcome({ attackStartedAt: D0 }) });
  expect(valueOf(now, 'dwell-time')).toBe(0);
  const open = outcome({ attackStartedAt: D0 });
  expect(valueOf(open, 'time-to-detect')).toBe('not-detected');
  expect(valueOf(open, 'time-to-contain')).toBe('not-contained');
});

test('what the attacker met when it was closed is evidence beside the response', () => {
  const history = makeHistory({
    moments: [
      makeMoment('c1', 'response', D0 + HOUR),
      makeMoment('c2', 'response', D0 + 2 * HOUR),
      makeMoment('e1', 'attack', D0 + 3 * HOUR),
      makeMoment('c3', 'response', D0 + 4 * HOUR),
    ],
    outcome: makeOutcome({ attackStartedAt: D0, containedAt: D0 + 3 * HOUR }),
  });
  expect(measureOf(history, 'time-to-contain').evidence).toEqual(['c2', 'e1']);
});
