// Goal: every measure of any history is a figure or a reason, and depends on nothing that should not matter.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { History } from '../history.ts';
import { arbitraryHistory } from '../testing/arbitrary-history.ts';
import { DAY, makeHistory, PHASES } from '../testing/make-history.ts';
import { renameActors } from '../testing/rename-actors.ts';
import { sampleHistory } from '../testing/sample-history.ts';
import { shiftHistory } from '../testing/shift-history.ts';
import { measures } from './measures.ts';
import { MEASURES } from './traits.ts';

const holds = (property: (history: History) => void) =>
  fc.assert(fc.property(arbitraryHistory, property), { numRuns: 100 });

test('each measure once, in the order of its traits, with its unit, direction and objective', () => {
  const all = measures(sampleHistory());
  expect(all.map(({ id }) => id)).toEqual(Object.keys(MEASURES));
  expect(all).toHaveLength(33);
  for (const { id, unit, better, objective } of all) {
    expect({ unit, better, objective }).toEqual(MEASURES[id]);
  }
});

test('the sample has a value for everything', () => {
  expect(measures(sampleHistory()).filter(({ value }) => value === null)).toEqual([]);
});

test('an objective that the exercise does not have is not named', () => {
  const history = makeHistory({ objectives: makeHistory().objectives.slice(0, 1) });
  const named = new Set(measures(history).map(({ objective }) => objective));
  expect(named).toEqual(new Set(['O1', null]));
});

test('an exercise in which nothing happened says of each figure why there is none', () => {
  const found = measures(makeHistory()).map(({ id, value, why }) => [id, value ?? why]);
  expect(Object.fromEntries(found)).toEqual({
    'first-hypothesis': 'no-hypothesis',
    'time-to-detect': 'no-attack',
    'dwell-time': 'no-attack',
    'triage-precision': 'no-alerts',
    'triage-recall': 'no-alerts',
    'alert-load': 0,
    hints: 0,
    'time-to-command': 'no-commander',
    'decisions-logged': 'no-decisions',
    contradictions: 'no-documents',
    'injects-missed': 'no-injects',
    'loss-ratio': 'no-bounds',
    'accounts-lost': 0,
    'accounts-saved': 'no-bounds',
    'time-to-contain': 'no-attack',
    'residual-forged': 'no-attack',
    'outage-hours': 0,
    cost: 0,
    'hold-delay': 'no-hold',
    'interval-hit': 'no-estimates',
    'interval-score': 'no-estimates',
    'revision-delay': 'no-new-facts',
    alignment: 'no-answers',
    calibration: 'no-confidence',
    'time-to-notify': 'not-aware',
    'clocks-met': 'no-clocks',
    'clocks-late': 'no-clocks',
    'items-omitted': 'no-documents',
    minimising: 'no-documents',
    'guidance-lag': 'not-notified',
    'secondary-harm': 0,
    fixes: 0,
    'rules-kept': 0,
  });
});

test('a value is a finite number, and where there is none there is a reason', () => {
  holds((history) => {
    const wrong = measures(history).filter(({ value, why, parts = [] }) => {
      const figures = [value, ...parts.map((part) => part.value)];
      const odd = figures.some((figure) => figure !== null && !Number.isFinite(figure));
      return odd || (value === null) !== (why !== null);
    });
    expect(wrong).toEqual([]);
  });
});

test('shares are shares, and only what was saved can be below zero', () => {
  holds((history) => {
    const wrong = measures(history).filter(({ id, value, unit }) => {
      if (value === null) return false;
      return (unit === 'share' && value > 1) || (id !== 'accounts-saved' && value < 0);
    });
    expect(wrong).toEqual([]);
  });
});

test('at another time everything is the same, but for the time', () => {
  holds((history) => {
    const moved = measures(shiftHistory(history, 17 * DAY));
    const back = moved.map((measure) => ({
      ...measure,
      at: measure.at === null ? null : measure.at - 17 * DAY,
    }));
    expect(back).toEqual(measures(history));
  });
});

test('other names and another order of people change no figure', () => {
  holds((history) => {
    expect(measures(renameActors(history, (id) => `x-${id}`))).toEqual(measures(history));
  });
});

test('the order of what happened at the same time changes nothing', () => {
  holds((history) => {
    const turned = history.moments.toReversed().toSorted((one, other) => one.at - other.at);
    expect(measures({ ...history, moments: turned })).toEqual(measures(history));
  });
});

test('how the exercise was driven is nothing to them: phases of other lengths move minutes only', () => {
  const phases = PHASES.map((phase) => ({
    ...phase,
    minutes: { from: phase.minutes.from * 2, to: phase.minutes.to * 2 },
  }));
  const byMinute = (history: History) =>
    measures(history)
      .filter(({ unit }) => unit === 'minute')
      .map(({ value }) => value);
  const others = (history: History) => measures(history).filter(({ unit }) => unit !== 'minute');
  const history = sampleHistory();
  expect(byMinute(history)).toEqual([17, 11]);
  expect(byMinute({ ...history, phases })).toEqual([34, 22]);
  expect(others({ ...history, phases })).toEqual(others(history));
});

test('evidence is moments of the history, in order of time, each once', () => {
  const history = sampleHistory();
  const order = new Map(history.moments.map(({ id, at }) => [id, at]));
  const all = measures(history).flatMap(({ evidence, parts = [] }) => [
    evidence,
    ...parts.map((part) => part.evidence),
  ]);
  for (const evidence of all) {
    const times = evidence.map((id) => order.get(id));
    expect(times).not.toContain(undefined);
    expect(times).toEqual(times.toSorted((one, other) => one! - other!));
    expect(new Set(evidence).size).toBe(evidence.length);
  }
});

test('a measure changes no history', () => {
  const history = sampleHistory();
  measures(history);
  expect(history).toEqual(sampleHistory());
});
