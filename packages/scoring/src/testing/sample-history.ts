import type { Actor, History, HistoryDecision, Moment, MomentKind } from '../history.ts';
import {
  D0,
  DAY,
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
  MINUTE,
} from './make-history.ts';

const ACTORS: readonly Actor[] = [
  { id: 'ana', name: 'Ana Kim', roles: ['incident-commander'], bot: false },
  { id: 'ben', name: 'Ben Lee', roles: ['soc-lead', 'forensics'], bot: false },
  { id: 'chris', name: 'Chris Park', roles: ['privacy-officer', 'legal'], bot: false },
  { id: 'bot:written', name: 'Care', roles: ['customer-care'], bot: true },
];

type Line = [id: string, kind: MomentKind, at: number, by: string | null, subject: string];

const LINES: readonly Line[] = [
  ['e1', 'attack', D0 - 200 * DAY, null, 'attack.started'],
  ['e2', 'inject', D0, null, 'first-mail'],
  ['c1', 'read', D0 + 30 * MINUTE, 'ana', 'first-mail'],
  ['a:token-never-issued/1', 'alert', D0 + HOUR, null, 'token-never-issued'],
  ['c2', 'verdict', D0 + 2 * HOUR, 'ben', 'token-never-issued'],
  ['c3', 'declare', D0 + 2 * HOUR, 'ana', 'declare'],
  ['a:volume/1', 'alert', D0 + 3 * HOUR, null, 'volume'],
  ['c4', 'verdict', D0 + 4 * HOUR, 'ben', 'volume'],
  ['c5', 'hypothesis', D0 + 4 * HOUR, 'ben', 'stolen-passwords'],
  ['c6', 'hint', D0 + 4 * HOUR, 'ben', 'subject-not-found'],
  ['c7', 'hypothesis', D0 + 5 * HOUR, 'ben', 'forged-tokens'],
  ['e3', 'missed', D0 + 6 * HOUR, null, 'finance-chief'],
  ['c8', 'response', D0 + 12 * HOUR, 'chris', 'legal-hold'],
  ['c9', 'propose', D0 + 18 * HOUR, 'ben', 'rotate-key'],
  ['c10', 'object', D0 + 18 * HOUR, 'chris', 'rotate-key'],
  ['c11', 'agree', D0 + 19 * HOUR, 'ana', 'rotate-key'],
  ['c12', 'response', D0 + 20 * HOUR, 'ben', 'rotate-key'],
  ['c13', 'estimate', D0 + 24 * HOUR, 'ben', 'estimate'],
  ['c14', 'file', D0 + 25 * HOUR, 'chris', 'kr-early-report'],
  ['e4', 'inject', D0 + 50 * HOUR, null, 'correlation-done'],
  ['c15', 'estimate', D0 + 52 * HOUR, 'ben', 'estimate'],
  ['c16', 'issue', D0 + 60 * HOUR, 'chris', 'people-notice'],
  ['c17', 'issue', D0 + 63 * HOUR, 'bot:written', 'care-script'],
  ['c18', 'deploy', D0 + 12 * DAY, 'ben', 'subject-not-found'],
];

const MOMENTS: readonly Moment[] = LINES.map(([id, kind, at, by, subject]) =>
  makeMoment(id, kind, at, { by, subject }),
);

const DECISIONS: readonly HistoryDecision[] = [
  makeDecision('c3', 'declare', D0 + 2 * HOUR),
  makeDecision('c8', 'legal-hold', D0 + 12 * HOUR, { by: 'chris', confidence: null, why: false }),
  makeDecision('c9', 'rotate-key', D0 + 18 * HOUR, {
    by: 'ben',
    option: 'overlap',
    effectiveAt: D0 + 19 * HOUR,
    agreed: ['ana'],
    objected: ['chris'],
    moments: ['c10', 'c11'],
  }),
];

/** The papers that went out: the notice left two things out and one of them played it down. */
const DOCUMENTS = [
  makeDocument('c14', 'kr-early-report', D0 + 25 * HOUR, [makeFinding('missing.update', 'minor')]),
  {
    ...makeDocument('c16', 'people-notice', D0 + 60 * HOUR, [
      makeFinding('missing.door-code'),
      makeFinding('minimising.exposure'),
      makeFinding('contradiction.figure'),
    ]),
    by: 'chris',
  },
];

/** What of it is not an action, a paper or a clock: what came of it all. */
const OUTCOME = makeOutcome({
  accountsLost: 31_500_000,
  lostBefore: 30_000_000,
  lostAfterFirstAlert: 1_400_000,
  attackStartedAt: D0 - 200 * DAY,
  firstTrueAlertAt: D0 + HOUR,
  detectedAt: D0 + 2 * HOUR,
  containedAt: D0 + 20 * HOUR,
  attackEndedAt: D0 + 30 * HOUR,
  daysUndetected: 200,
  residualForged: 12_000,
  customerHoursLockedOut: 250_000,
  lostOrders: 4_000,
  supportContacts: 90_000,
  secondaryHarm: 320,
  costWon: 5_000_000_000,
  fineWon: { low: 0, high: 900_000_000_000 },
});

/** What people said, and what was true of it. */
const SAID: Partial<History> = {
  hypotheses: [
    { ...said('c5', 4), tag: 'stolen-passwords', confidence: 60, correct: false },
    { ...said('c7', 5), tag: 'forged-tokens', confidence: 80, correct: true },
  ],
  estimates: [
    { ...said('c13', 24), low: 4_000, high: 5_000, confidence: 90, truth: 31_500_000 },
    { ...said('c15', 52), low: 30e6, high: 34e6, confidence: 90, truth: 31_500_000 },
  ],
  freezes: [
    {
      question: 'how-many',
      at: D0 + 40 * HOUR,
      truth: 31_500_000,
      answers: [
        { by: 'ana', low: 1e6, high: 40e6, confidence: 80 },
        { by: 'ben', low: 4_000, high: 5_000, confidence: 90 },
        { by: 'chris', low: 1e6, high: 10e6, confidence: 50 },
      ],
    },
  ],
};

/** What the world came to, the team's and the bounds'. */
const WORLD: Partial<History> = {
  alerts: [
    {
      ...makeAlert('token-never-issued/1', D0 + HOUR, true),
      verdict: { verdict: 'true', at: D0 + 2 * HOUR, moment: 'c2' },
    },
    {
      ...makeAlert('volume/1', D0 + 3 * HOUR, false),
      verdict: { verdict: 'true', at: D0 + 4 * HOUR, moment: 'c4' },
    },
  ],
  injects: [
    makeInject('first-mail', { metAt: D0 + 30 * MINUTE, moments: ['e2', 'c1'] }),
    makeInject('finance-chief', { missedAt: D0 + 6 * HOUR, moments: ['e3'] }),
    makeInject('atmosphere', { matters: false }),
  ],
  loss: [
    { at: D0 - 200 * DAY, accounts: 1_000 },
    { at: D0, accounts: 30_000_000 },
    { at: D0 + HOUR, accounts: 30_100_000 },
    { at: D0 + 20 * HOUR, accounts: 31_500_000 },
  ],
  outcome: OUTCOME,
  bounds: [
    makeBound('nothing', 33_700_000, { lostBefore: 30e6, lostAfterFirstAlert: 3_600_000 }),
    makeBound('written', 31_000_000, { lostBefore: 30e6, lostAfterFirstAlert: 900_000 }),
    makeBound('expert', 30_350_000, { lostBefore: 30e6, lostAfterFirstAlert: 350_000 }),
  ],
};

/** A finished crisis, small and middling, with something of everything in it. */
export function sampleHistory(): History {
  return makeHistory({
    actors: ACTORS,
    moments: MOMENTS,
    decisions: DECISIONS,
    documents: DOCUMENTS,
    clocks: [
      { ...makeClock('kr-network-48-3', 24, 'late', 25), moment: 'c14' },
      { ...makeClock('kr-pipa-34-people', 72, 'met', 60), moment: 'c16' },
      makeClock('us-sec-8k', 96, 'not_started'),
    ],
    hints: [{ moment: 'c6', inject: 'subject-not-found', price: 2 }],
    awareAt: D0 + 30 * MINUTE,
    declaredAt: D0 + 2 * HOUR,
    commandedAt: { at: D0 + 2 * HOUR, moment: 'c3' },
    heldAt: { at: D0 + 12 * HOUR, moment: 'c8' },
    toldAt: { at: D0 + 60 * HOUR, moment: 'c16' },
    guidedAt: { at: D0 + 63 * HOUR, moment: 'c17' },
    newFacts: [
      { at: D0 + 50 * HOUR, moment: 'e4', revised: { at: D0 + 52 * HOUR, moment: 'c15' } },
    ],
    rules: [
      {
        rule: 'subject-not-found',
        moment: 'c18',
        holds: true,
        precision: 1,
        firstAt: D0 - 199 * DAY,
      },
    ],
    improvements: [
      { id: 'i1', complete: true, regression: true },
      { id: 'i2', complete: false, regression: false },
    ],
    ...SAID,
    ...WORLD,
  });
}

function said(moment: string, hours: number) {
  return { moment, at: D0 + hours * HOUR, by: 'ben' };
}
