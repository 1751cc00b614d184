// Goal: the first right idea, hints, command, decisions and missed injects, by hand.
import { expect, test } from 'vitest';
import {
  D0,
  DAY,
  HOUR,
  makeClock,
  makeDecision,
  makeDocument,
  makeHistory,
  makeInject,
} from '../testing/make-history.ts';
import { measureOf, partsOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

const hypothesis = (moment: string, at: number, correct: boolean) => ({
  moment,
  at,
  by: 'ana',
  tag: 'forged-tokens',
  confidence: 50,
  correct,
});

test('first correct hypothesis, in minutes of the programme', () => {
  // Five hours after the first mail; ten hours are minutes 7 to 27: 7 + 5 × 2.
  expect(measureOf(sampleHistory(), 'first-hypothesis')).toMatchObject({
    value: 17,
    unit: 'minute',
    at: D0 + 5 * HOUR,
    evidence: ['c7'],
  });
  const hypotheses = [
    hypothesis('c3', D0 + 3 * HOUR, true),
    hypothesis('c2', D0 + 2 * HOUR, true),
    hypothesis('c1', D0 + HOUR, false),
  ];
  expect(measureOf(makeHistory({ hypotheses }), 'first-hypothesis')).toMatchObject({
    value: 11,
    evidence: ['c2'],
  });
});

test('no hypothesis, none correct, no programme to tell the minute by', () => {
  const of = (given: Parameters<typeof makeHistory>[0]) =>
    valueOf(makeHistory(given), 'first-hypothesis');
  expect(of({})).toBe('no-hypothesis');
  expect(of({ hypotheses: [hypothesis('c1', D0, false)] })).toBe('no-hypothesis');
  expect(of({ hypotheses: [hypothesis('c1', D0, true)], phases: [] })).toBe('no-phases');
});

test('hints are counted, by what they were of', () => {
  expect(measureOf(sampleHistory(), 'hints')).toMatchObject({ value: 1, evidence: ['c6'] });
  const hints = ['y', 'x', 'x'].map((inject, i) => ({ moment: `c${i}`, inject, price: 5 }));
  expect(valueOf(makeHistory({ hints }), 'hints')).toBe(3);
  expect(partsOf(makeHistory({ hints }), 'hints')).toEqual({ x: 2, y: 1 });
  // Whichever was taken first.
  expect(Object.keys(partsOf(makeHistory({ hints }), 'hints'))).toEqual(['x', 'y']);
  expect(valueOf(makeHistory(), 'hints')).toBe(0);
});

test('time to command, in minutes of the programme', () => {
  // Two hours after the first mail: 7 + 2 × 2.
  expect(measureOf(sampleHistory(), 'time-to-command')).toMatchObject({
    value: 11,
    at: D0 + 2 * HOUR,
    evidence: ['c3'],
  });
  expect(valueOf(makeHistory(), 'time-to-command')).toBe('no-commander');
  const commandedAt = { at: D0, moment: 'c1' };
  expect(valueOf(makeHistory({ commandedAt, phases: [] }), 'time-to-command')).toBe('no-phases');
});

test('decisions logged: two of three say why and how sure', () => {
  const measure = measureOf(sampleHistory(), 'decisions-logged');
  expect(measure).toMatchObject({ value: 2 / 3, evidence: ['c3', 'c8', 'c9'] });
  expect(partsOf(sampleHistory(), 'decisions-logged')).toEqual({
    logged: 2 / 3,
    'no-why': 1 / 3,
    'no-confidence': 1 / 3,
    'no-evidence': 0,
  });
});

test('decisions that never took effect do not count, evidence is not demanded', () => {
  const decisions = [
    makeDecision('c1', 'rotate-key', D0, { effectiveAt: null, why: false }),
    makeDecision('c2', 'declare', D0, { evidence: 0 }),
    makeDecision('c3', 'kr-early-report', D0, { confidence: null }),
    makeDecision('c4', 'legal-hold', D0, { why: false }),
    makeDecision('c5', 'leaver-key', D0, { confidence: 0 }),
  ];
  // c2 and c5 of c2 to c5.
  expect(valueOf(makeHistory({ decisions }), 'decisions-logged')).toBe(0.5);
  expect(partsOf(makeHistory({ decisions }), 'decisions-logged')['no-evidence']).toBe(1 / 4);
  expect(valueOf(makeHistory({ decisions: decisions.slice(0, 1) }), 'decisions-logged')).toBe(
    'no-decisions',
  );
  expect(valueOf(makeHistory(), 'decisions-logged')).toBe('no-decisions');
});

test('papers are no decisions: they are judged by what they say', () => {
  const papers = [
    makeDecision('c1', 'people-notice', D0, { why: false }),
    makeDecision('c2', 'kr-network-48-3', D0, { why: false }),
  ];
  const declared = makeDecision('c3', 'declare', D0);
  const documents = [makeDocument('c1', 'people-notice', D0)];
  const clocks = [makeClock('kr-network-48-3', 24, 'met', 1)];
  const of = (decisions: typeof papers) =>
    valueOf(makeHistory({ decisions, documents, clocks }), 'decisions-logged');
  expect(of([...papers, declared])).toBe(1);
  expect(of(papers)).toBe('no-decisions');
});

test('injects missed: those that matter, though they were met later', () => {
  expect(measureOf(sampleHistory(), 'injects-missed')).toMatchObject({
    value: 1,
    evidence: ['e3'],
  });
  const injects = [
    makeInject('a', { missedAt: D0, metAt: D0 + DAY }),
    makeInject('b', { missedAt: D0 }),
    makeInject('c', { missedAt: D0, matters: false }),
    makeInject('d', { metAt: D0 }),
    makeInject('e', { sentAt: null }),
  ];
  expect(partsOf(makeHistory({ injects }), 'injects-missed')).toEqual({ a: 1, b: 1 });
  expect(valueOf(makeHistory({ injects }), 'injects-missed')).toBe(2);
  expect(valueOf(makeHistory({ injects: injects.slice(4) }), 'injects-missed')).toBe('no-injects');
});
