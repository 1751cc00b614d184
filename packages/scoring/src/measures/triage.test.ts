// Goal: precision, recall and load of alerts, by hand.
import { expect, test } from 'vitest';
import { D0, DAY, makeAlert, makeHistory } from '../testing/make-history.ts';
import { measureOf, partsOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

/** Four with an attack behind them, four without. */
const EIGHT = makeHistory({
  to: D0 + 4 * DAY,
  alerts: [
    makeAlert('a/1', D0, true, 'true'),
    makeAlert('a/2', D0, true, 'true'),
    makeAlert('a/3', D0, true, 'benign'),
    makeAlert('b/1', D0, true),
    makeAlert('b/2', D0 + DAY, false, 'true'),
    makeAlert('b/3', D0 + DAY, false, 'false'),
    makeAlert('b/4', D0 + DAY, false, 'benign'),
    makeAlert('b/5', D0 + DAY, false),
  ],
});

test('precision: two of the three called true were', () => {
  const measure = measureOf(EIGHT, 'triage-precision');
  expect(measure).toMatchObject({ value: 2 / 3, unit: 'share', better: 'higher' });
  expect(measure.evidence).toEqual(['v:a/1', 'v:a/2', 'v:b/2']);
  expect(partsOf(EIGHT, 'triage-precision')).toEqual({ right: 2 / 3, wrong: 1 / 3 });
});

test('recall: two of four true ones were called true, one was dismissed, one not judged', () => {
  const measure = measureOf(EIGHT, 'triage-recall');
  expect(measure.value).toBe(0.5);
  expect(partsOf(EIGHT, 'triage-recall')).toEqual({
    found: 2 / 4,
    dismissed: 1 / 4,
    unjudged: 1 / 4,
  });
  expect(measure.parts?.[1]?.evidence).toEqual(['a:a/3', 'v:a/3']);
});

test('in the sample one of two called true was, and the only true one was found', () => {
  expect(valueOf(sampleHistory(), 'triage-precision')).toBe(0.5);
  expect(valueOf(sampleHistory(), 'triage-recall')).toBe(1);
  expect(measureOf(sampleHistory(), 'triage-recall').evidence).toEqual([
    'a:token-never-issued/1',
    'c2',
  ]);
});

test('no alerts, no verdicts, none called true, none to find', () => {
  const both = (...alerts: ReturnType<typeof makeAlert>[]) =>
    (['triage-precision', 'triage-recall'] as const).map((id) =>
      valueOf(makeHistory({ alerts }), id),
    );
  expect(both()).toEqual(['no-alerts', 'no-alerts']);
  expect(both(makeAlert('a/1', D0, true))).toEqual(['no-verdicts', 0]);
  expect(both(makeAlert('a/1', D0, true, 'false'))).toEqual(['none-called-true', 0]);
  expect(both(makeAlert('a/1', D0, false, 'true'))).toEqual([0, 'no-true-alerts']);
});

test('alert load: eight alerts in four days are two a day', () => {
  expect(measureOf(EIGHT, 'alert-load')).toMatchObject({
    value: 2,
    unit: 'count',
    better: 'lower',
  });
  expect(partsOf(EIGHT, 'alert-load')).toEqual({ a: 3 / 4, b: 5 / 4 });
});

test('alert load counts the exercise’s own time only; none is no load; no time has none', () => {
  const alerts = [makeAlert('a/1', D0 - DAY, true), makeAlert('a/2', D0, true)];
  expect(valueOf(makeHistory({ alerts, to: D0 + 2 * DAY }), 'alert-load')).toBe(0.5);
  expect(valueOf(makeHistory(), 'alert-load')).toBe(0);
  expect(valueOf(makeHistory({ alerts, to: D0 }), 'alert-load')).toBe('no-time');
});
