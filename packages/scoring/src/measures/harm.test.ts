// Goal: what customers bore and what it cost is taken over as it came out, and guidance is timed.
import { expect, test } from 'vitest';
import { D0, HOUR, makeHistory, makeInject } from '../testing/make-history.ts';
import { measureOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

test('outage and cost point to the responses that brought them', () => {
  const history = sampleHistory();
  expect(measureOf(history, 'outage-hours')).toMatchObject({
    value: 250_000,
    unit: 'hours',
    evidence: ['c8', 'c12'],
  });
  expect(measureOf(history, 'cost')).toMatchObject({
    value: 5_000_000_000,
    unit: 'won',
    objective: null,
    evidence: ['c8', 'c12'],
  });
  expect(valueOf(makeHistory(), 'outage-hours')).toBe(0);
  expect(valueOf(makeHistory(), 'cost')).toBe(0);
});

test('guidance lag: from the notice to the guidance', () => {
  // Told after 60 hours, guided after 63.
  expect(measureOf(sampleHistory(), 'guidance-lag')).toMatchObject({
    value: 3 * HOUR,
    at: D0 + 63 * HOUR,
    evidence: ['c16', 'c17'],
  });
});

test('guidance lag: together with the notice or before it is no lag; one of them missing is none', () => {
  const lag = (told: number | null, guided: number | null) =>
    valueOf(
      makeHistory({
        toldAt: told === null ? null : { at: D0 + told, moment: 'c1' },
        guidedAt: guided === null ? null : { at: D0 + guided, moment: 'c2' },
      }),
      'guidance-lag',
    );
  expect(lag(5, 5)).toBe(0);
  expect(lag(5, 2)).toBe(0);
  expect(lag(5, null)).toBe('not-guided');
  expect(lag(null, 5)).toBe('not-notified');
  expect(lag(null, null)).toBe('not-notified');
});

test('secondary harm points to what was missed of what protects people', () => {
  const injects = [
    makeInject('calls', { objectives: ['O6'], missedAt: D0, moments: ['e3'] }),
    makeInject('portal', { objectives: ['O5'], missedAt: D0, moments: ['e2'] }),
    makeInject('chat', { objectives: ['O6'], moments: ['e4'] }),
  ];
  expect(measureOf({ ...sampleHistory(), injects }, 'secondary-harm')).toMatchObject({
    value: 320,
    evidence: ['e3', 'c16', 'c17'],
  });
  expect(valueOf(makeHistory(), 'secondary-harm')).toBe(0);
});
