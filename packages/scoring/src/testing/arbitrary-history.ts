import fc from 'fast-check';
import type {
  Bound,
  BoundName,
  History,
  HistoryClock,
  Moment,
  MomentKind,
  Outcome,
} from '../history.ts';
import {
  D0,
  HOUR,
  makeAlert,
  makeBound,
  makeClock,
  makeDecision,
  makeDocument,
  makeFinding,
  makeHistory,
  makeInject,
  makeMoment,
  makeOutcome,
} from './make-history.ts';

const KINDS: readonly MomentKind[] = [
  'response',
  'declare',
  'verdict',
  'attack',
  'alert',
  'decision',
  'world',
];

/** Few hours, so that much happens at the same time; some of them before the exercise. */
const time = fc.integer({ min: -100, max: 1_500 }).map((hours) => D0 + hours * HOUR);
const maybeTime = fc.option(time);
const count = fc.nat(34_000_000);
const person = fc.constantFrom('ana', 'ben', 'chris', 'dana');
const percent = fc.nat(100);
const id = fc.nat(40).map((n) => `c${n}`);
const stamp = fc.option(fc.record({ at: time, moment: id }));

const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 5 });

const moments: fc.Arbitrary<Moment[]> = fc
  .array(fc.tuple(fc.constantFrom(...KINDS), time, person), { maxLength: 12 })
  .map((drawn) =>
    drawn
      .map(([kind, at, by], n) => makeMoment(`c${n}`, kind, at, { by }))
      .toSorted((one, other) => one.at - other.at),
  );

const outcome: fc.Arbitrary<Outcome> = fc
  .record({
    accountsLost: count,
    lostBefore: count,
    lostAfterFirstAlert: fc.option(count),
    attackStartedAt: maybeTime,
    firstTrueAlertAt: maybeTime,
    detectedAt: maybeTime,
    containedAt: maybeTime,
    attackEndedAt: maybeTime,
    residualForged: fc.nat(1_000),
    customerHoursLockedOut: fc.nat(1_000_000),
    secondaryHarm: fc.nat(1_000),
    costWon: fc.nat(2_000_000_000),
  })
  .map(makeOutcome);

const bounds: fc.Arbitrary<Bound[]> = fc
  .subarray<BoundName>(['nothing', 'written', 'expert'])
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.tuple(count, count).map(([lost, lostBefore]) => makeBound(name, lost, { lostBefore })),
      ),
    ),
  );

const clock: fc.Arbitrary<HistoryClock> = fc
  .tuple(fc.constantFrom('met', 'late', 'missed', 'open', 'not_started'), fc.nat(99), fc.nat(99))
  .map(([state, hours, met]) =>
    makeClock(`rule-${hours}`, hours, state, state === 'met' || state === 'late' ? met : null),
  );

const said = { moment: id, at: time, by: person, confidence: percent };

const parts = {
  ended: fc.boolean(),
  from: time,
  moments,
  outcome,
  bounds,
  alerts: list(
    fc
      .tuple(
        fc.nat(3),
        fc.nat(40),
        time,
        fc.boolean(),
        fc.constantFrom('true', 'false', 'benign', null),
      )
      .map(([rule, n, at, attack, verdict]) => makeAlert(`rule-${rule}/${n}`, at, attack, verdict)),
  ),
  injects: list(
    fc
      .record({ matters: fc.boolean(), sentAt: maybeTime, metAt: maybeTime, missedAt: maybeTime })
      .map((given) => makeInject('mail', { ...given, objectives: ['O6'], moments: ['c1'] })),
  ),
  decisions: list(
    fc
      .tuple(id, time, fc.boolean(), fc.option(percent), maybeTime, list(person))
      .map(([moment, at, why, confidence, effectiveAt, agreed]) =>
        makeDecision(moment, 'declare', at, { why, confidence, effectiveAt, agreed }),
      ),
  ),
  hypotheses: list(fc.record({ ...said, tag: fc.constant('hoax'), correct: fc.boolean() })),
  estimates: list(fc.record({ ...said, low: count, high: count, truth: count })),
  documents: list(
    fc
      .tuple(
        id,
        fc.constantFrom('people-notice', 'holding-line'),
        time,
        list(fc.constantFrom('missing.count', 'minimising.only', 'contradiction.figure')),
      )
      .map(([moment, form, at, codes]) =>
        makeDocument(
          moment,
          form,
          at,
          codes.map((code) => makeFinding(code)),
        ),
      ),
  ),
  clocks: list(clock),
  freezes: list(
    fc.record({
      question: fc.constantFrom('accounts', 'days'),
      at: maybeTime,
      truth: count,
      answers: list(fc.record({ by: person, low: count, high: count, confidence: percent })),
    }),
  ),
  hints: list(fc.record({ moment: id, inject: fc.constantFrom('x', 'y'), price: fc.nat(9) })),
  awareAt: maybeTime,
  commandedAt: stamp,
  heldAt: stamp,
  toldAt: stamp,
  guidedAt: stamp,
  newFacts: list(fc.record({ at: time, moment: id, revised: stamp })),
  improvements: list(fc.record({ id, complete: fc.boolean(), regression: fc.boolean() })),
};

/** Any history, likely or not: what is asked of all of them is asked of these. */
export const arbitraryHistory: fc.Arbitrary<History> = fc
  .tuple(fc.record(parts), fc.nat(2_000))
  .map(([given, hours]) =>
    makeHistory({
      ...given,
      to: given.from + hours * HOUR,
      actors: ['ana', 'ben', 'chris', 'dana'].map((name) => ({
        id: name,
        name,
        roles: [],
        bot: name === 'dana',
      })),
    }),
  );
