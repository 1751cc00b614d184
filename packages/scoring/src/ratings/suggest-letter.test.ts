// Goal: each objective's letter follows the table of the exercise, at its limits and beyond them.
import { expect, test } from 'vitest';
import type { History } from '../history.ts';
import { measures } from '../measures/measures.ts';
import type { Letter } from '../score.ts';
import {
  D0,
  DAY,
  HOUR,
  makeBound,
  makeClock,
  makeDecision,
  makeDocument,
  makeFinding,
  makeHistory,
  makeMoment,
  makeOutcome,
  MINUTE,
} from '../testing/make-history.ts';
import { suggestLetter } from './suggest-letter.ts';

/** A crisis with an attack that took something. */
const ATTACK = makeOutcome({ attackStartedAt: D0 - 200 * DAY, accountsLost: 100 });

function letter(objective: string, given: Partial<History>): Letter | null {
  const history = makeHistory({ outcome: ATTACK, ...given });
  return suggestLetter(objective, history, measures(history));
}

/** From minute 7 on a minute of the programme is half an hour. */
const thought = (minute: number, correct = true): Partial<History> => ({
  hypotheses: [
    {
      moment: 'c1',
      at: D0 + ((minute - 7) * HOUR) / 2,
      by: 'ana',
      tag: 'forged-tokens',
      confidence: 80,
      correct,
    },
  ],
});
const hints = (count: number): Partial<History> => ({
  hints: Array.from({ length: count }, () => ({ moment: 'c2', inject: 'i', price: 2 })),
});

test('O1: the minute of the first correct hypothesis', () => {
  expect(
    [15, 15.1, 20, 20.1, 27, 27.1].map((minute) => letter('O1', thought(minute))).join(''),
  ).toBe('PSSMMU');
  expect(letter('O1', thought(10, false))).toBe('U');
  expect(letter('O1', {})).toBe('U');
});

test('O1: a second hint costs the best letter and no more', () => {
  expect(letter('O1', { ...thought(10), ...hints(1) })).toBe('P');
  expect(letter('O1', { ...thought(10), ...hints(2) })).toBe('S');
  expect(letter('O1', { ...thought(25), ...hints(9) })).toBe('M');
});

test('O1: a shorter programme shortens its minutes alike', () => {
  const phases = makeHistory().phases.map((phase) => ({
    ...phase,
    minutes: { from: phase.minutes.from / 3, to: phase.minutes.to / 3 },
  }));
  expect(letter('O1', { ...thought(15), phases })).toBe('P');
  expect(letter('O1', { ...thought(20.1), phases })).toBe('M');
});

test('O1 of a campaign: a true verdict or a declaration is as good, by the dates of its year', () => {
  // A minute of this year's programme is a day.
  const sim = { from: D0, to: D0 + 60 * DAY };
  const year = {
    id: 'year',
    title: { en: 'Year', ko: '한 해' },
    minutes: { from: 0, to: 60 },
    sim,
  };
  const seen = (day: number, given: Partial<History> = {}) =>
    letter('O1', {
      mode: 'campaign',
      phases: [year],
      outcome: { ...ATTACK, detectedAt: D0 + day * DAY },
      ...given,
    });
  expect([16, 17, 32, 33, 42, 43].map((day) => seen(day)).join('')).toBe('PSSMMU');
  expect(seen(43, thought(7))).toBe('P');
});

test('O1: nothing to go by before the end, or where nothing was there to find', () => {
  expect(letter('O1', { ended: false })).toBeNull();
  expect(letter('O1', { outcome: makeOutcome() })).toBeNull();
});

const decided = (logged: number, of: number): Partial<History> => ({
  commandedAt: { at: D0, moment: 'c1' },
  decisions: Array.from({ length: of }, (_, i) =>
    makeDecision(`c${i}`, 'contain', D0 + i, { why: i < logged }),
  ),
});

test('O2: the share of decisions logged, with somebody in command', () => {
  expect([10, 9, 8, 7, 5, 4].map((logged) => letter('O2', decided(logged, 10))).join('')).toBe(
    'PSSMMU',
  );
  expect(letter('O2', { ...decided(10, 10), commandedAt: null })).toBe('U');
  expect(letter('O2', { ...decided(0, 0) })).toBe('U');
  expect(letter('O2', { ...decided(0, 0), ended: false })).toBeNull();
});

test('O2: a campaign has no commander to wait for', () => {
  expect(letter('O2', { ...decided(10, 10), commandedAt: null, mode: 'campaign' })).toBe('P');
});

const leaked = (times: number, contained = true): Partial<History> => ({
  bounds: [
    makeBound('nothing', 100_000, { lostAfterFirstAlert: 100_000 }),
    makeBound('expert', 1_000, { lostAfterFirstAlert: 1_000 }),
  ],
  outcome: makeOutcome({
    attackStartedAt: D0,
    accountsLost: 1_000 * times,
    lostAfterFirstAlert: 1_000 * times,
    containedAt: contained ? D0 + DAY : null,
  }),
});

test('O3: the loss as a multiple of the expert’s, and nothing helps who never contained it', () => {
  expect([2, 2.1, 5, 5.1, 20, 20.1].map((times) => letter('O3', leaked(times))).join('')).toBe(
    'PSSMMU',
  );
  expect(letter('O3', leaked(1, false))).toBe('U');
  expect(letter('O3', { ...leaked(1, false), ended: false })).toBeNull();
  expect(letter('O3', { ...leaked(1), bounds: [] })).toBeNull();
});

test('O3 of a campaign: the accounts that the year cost', () => {
  const lost = (accountsLost: number) =>
    letter('O3', { mode: 'campaign', members: 2_000_000, outcome: makeOutcome({ accountsLost }) });
  expect([0, 10_000, 10_001, 20_000, 20_001, 200_000, 200_001].map(lost).join('')).toBe('PPSSMMU');
});

const guessed = (low: number, high: number, heldAfter: number | null): Partial<History> => ({
  estimates: [
    { moment: 'c1', at: D0, by: 'ana', low: 5, high: 5, confidence: 90, truth: 1_000 },
    { moment: 'c2', at: D0 + HOUR, by: 'ana', low, high, confidence: 90, truth: 10_000 },
  ],
  awareAt: D0,
  heldAt: heldAfter === null ? null : { at: D0 + heldAfter, moment: 'c3' },
});

test('O4: the last estimate against the truth of its time, and a hold before the next purge', () => {
  expect(letter('O4', guessed(9_000, 11_000, DAY))).toBe('P');
  expect(letter('O4', guessed(9_000, 11_000, DAY + MINUTE))).toBe('S');
  expect(letter('O4', guessed(9_000, 11_000, null))).toBe('S');
  expect(letter('O4', guessed(1_000, 1_100, DAY))).toBe('M');
  expect(letter('O4', guessed(90_000, 95_000, DAY))).toBe('M');
  expect(letter('O4', guessed(800, 900, DAY))).toBe('U');
  expect(letter('O4', {})).toBe('U');
  expect(letter('O4', { ended: false })).toBeNull();
});

test('O4 of a campaign: held before the records of the first day age out', () => {
  const outcome = makeOutcome({ attackStartedAt: D0 - 100 * DAY, accountsLost: 10_000 });
  const held = (after: number) =>
    letter('O4', { ...guessed(9_000, 11_000, after), mode: 'campaign', outcome });
  expect([held(80 * DAY), held(80 * DAY + 1)]).toEqual(['P', 'S']);
});

const onTime = [makeClock('a', 24, 'met', 20), makeClock('b', 72, 'met', 70)];
const told = (...findings: ReturnType<typeof makeFinding>[]): Partial<History> => ({
  clocks: onTime,
  documents: [makeDocument('c1', 'notice', D0, findings)],
});

test('O5: clocks and the flaws of the papers that stand', () => {
  const minor = makeFinding('missing.update', 'minor');
  expect(letter('O5', told())).toBe('P');
  expect(letter('O5', told(minor))).toBe('S');
  expect(letter('O5', told(minor, minor))).toBe('M');
  expect(letter('O5', told(makeFinding('missing.door-code', 'major')))).toBe('M');
  const late = makeClock('c', 24, 'late', 30);
  expect(letter('O5', { clocks: [...onTime, late] })).toBe('M');
  expect(letter('O5', { clocks: [...onTime, late, late] })).toBe('U');
  expect(letter('O5', { clocks: [makeClock('a', 24, 'missed')] })).toBe('U');
});

test('O5: a flaw that the next paper of its form mended stands no more', () => {
  const first = makeDocument('c1', 'notice', D0, [makeFinding('missing.door-code')]);
  const second = makeDocument('c2', 'notice', D0 + HOUR);
  expect(letter('O5', { clocks: onTime, documents: [first, second] })).toBe('P');
  expect(letter('O5', { clocks: onTime, documents: [second, first] })).toBe('M');
});

test('O5: nothing to go by while no clock has fallen due', () => {
  expect(letter('O5', { clocks: [makeClock('a', 24, 'open')] })).toBeNull();
  expect(letter('O5', { clocks: [makeClock('a', 24, 'not_started')] })).toBeNull();
});

const guided = (after: number): Partial<History> => ({
  toldAt: { at: D0, moment: 'c1' },
  guidedAt: { at: D0 + after, moment: 'c2' },
});

test('O6: from the notice to guidance', () => {
  const after = [-HOUR, 15 * MINUTE, 16 * MINUTE, 2 * HOUR, 3 * HOUR, DAY, DAY + 1];
  expect(after.map((each) => letter('O6', guided(each))).join('')).toBe('PPSSMMU');
  expect(letter('O6', { toldAt: { at: D0, moment: 'c1' } })).toBe('U');
  expect(letter('O6', { outcome: makeOutcome() })).toBeNull();
  expect(letter('O6', { ended: false })).toBeNull();
});

test('O7: improvements that are complete', () => {
  const fixed = (complete: number, ended = true) =>
    letter('O7', {
      ended,
      improvements: [true, true, true, true].map((_, i) => ({
        id: `i${i}`,
        complete: i < complete,
        regression: false,
      })),
    });
  expect([0, 1, 2, 3, 4].map((complete) => fixed(complete)).join('')).toBe('UMSPP');
  expect([fixed(0, false), fixed(1, false)]).toEqual([null, 'M']);
});

test('an objective of another exercise has no rule', () => {
  expect(letter('O8', {})).toBeNull();
  expect(letter('toString', { moments: [makeMoment('c1', 'note', D0)] })).toBeNull();
});
