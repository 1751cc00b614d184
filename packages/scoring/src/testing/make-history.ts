import type {
  Bound,
  BoundName,
  History,
  HistoryAlert,
  HistoryClock,
  HistoryDecision,
  HistoryDocument,
  HistoryFinding,
  HistoryInject,
  HistoryPhase,
  Moment,
  Outcome,
  Text,
  Verdict,
} from '../history.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When the crisis of these histories begins: the 300th day of the run. */
export const D0 = 300 * DAY;

/** The same words in both languages: what they say does not matter here. */
export const text = (words: string): Text => ({ en: words, ko: words });

const phase = (id: string, minutes: [number, number], sim: [number, number] | null) => ({
  id,
  title: text(id),
  minutes: { from: minutes[0], to: minutes[1] },
  sim: sim && { from: D0 + sim[0], to: D0 + sim[1] },
});

/** The crisis of ninety minutes: 7–27 is the first ten hours, so one minute is half an hour there. */
export const PHASES: readonly HistoryPhase[] = [
  phase('brief', [0, 7], null),
  phase('notice', [7, 27], [0, 10 * HOUR]),
  phase('contain', [27, 50], [10 * HOUR, 40 * HOUR]),
  phase('tell', [50, 72], [40 * HOUR, 11 * DAY]),
  phase('recover', [72, 80], [11 * DAY, 60 * DAY]),
  phase('hot-wash', [80, 90], null),
];

const OBJECTIVES = ['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7'].map((id) => ({
  id,
  title: text(id),
  measure: text(`what ${id} is measured by`),
  ratings: { p: text('p'), s: text('s'), m: text('m'), u: text('u') },
}));

/** What a run came to in which nothing happened, but for what is given. */
export function makeOutcome(given: Partial<Outcome> = {}): Outcome {
  return {
    accountsLost: 0,
    lostBefore: 0,
    lostAfterFirstAlert: null,
    attackStartedAt: null,
    firstTrueAlertAt: null,
    detectedAt: null,
    containedAt: null,
    attackEndedAt: null,
    daysUndetected: null,
    residualForged: 0,
    customerHoursLockedOut: 0,
    lostOrders: 0,
    supportContacts: 0,
    secondaryHarm: 0,
    costWon: 0,
    fineWon: null,
    ...given,
  };
}

/** A finished crisis in which nobody did anything and nothing happened, but for what is given. */
export function makeHistory(given: Partial<History> = {}): History {
  return {
    calendar: { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 },
    scale: 1000,
    members: 33_700_000,
    mode: 'crisis',
    from: D0,
    to: D0 + 60 * DAY,
    ended: true,
    actors: [],
    phases: PHASES,
    objectives: OBJECTIVES,
    moments: [],
    alerts: [],
    injects: [],
    decisions: [],
    hypotheses: [],
    estimates: [],
    documents: [],
    clocks: [],
    freezes: [],
    hints: [],
    awareAt: null,
    declaredAt: null,
    commandedAt: null,
    heldAt: null,
    toldAt: null,
    guidedAt: null,
    newFacts: [],
    rules: [],
    improvements: [],
    loss: [],
    outcome: makeOutcome(),
    bounds: [],
    ...given,
  };
}

const LANES: Partial<Record<Moment['kind'], Moment['lane']>> = {
  attack: 'happened',
  world: 'happened',
  alert: 'seen',
  inject: 'seen',
  missed: 'happened',
};

/** A moment; what people do is theirs (`by` the first actor of most tests). */
export function makeMoment(
  id: string,
  kind: Moment['kind'],
  at: number,
  given: Partial<Moment> = {},
): Moment {
  const lane = LANES[kind] ?? 'done';
  const by = lane === 'done' ? 'ana' : null;
  return { id, at, lane, kind, by, role: null, subject: id, text: text(`${kind} ${id}`), ...given };
}

/** An alert with the verdict that stands, if there is one; its moments are `a:<id>` and `v:<id>`. */
export function makeAlert(
  id: string,
  at: number,
  attack: boolean,
  verdict: Verdict | null = null,
): HistoryAlert {
  return {
    moment: `a:${id}`,
    rule: id.split('/')[0]!,
    at,
    attack,
    verdict: verdict && { verdict, at: at + HOUR, moment: `v:${id}` },
  };
}

export function makeInject(id: string, given: Partial<HistoryInject> = {}): HistoryInject {
  return {
    id,
    subject: text(id),
    objectives: [],
    matters: true,
    sentAt: D0,
    metAt: null,
    missedAt: null,
    moments: [],
    ...given,
  };
}

/** A decision that took effect at once and was logged with all that belongs to it. */
export function makeDecision(
  moment: string,
  act: string,
  at: number,
  given: Partial<HistoryDecision> = {},
): HistoryDecision {
  return {
    moment,
    act,
    option: null,
    title: text(act),
    at,
    effectiveAt: at,
    by: 'ana',
    agreed: [],
    objected: [],
    why: true,
    confidence: 70,
    evidence: 1,
    moments: [],
    ...given,
  };
}

/** A finding by its code, `missing.door-code` say. */
export function makeFinding(
  code: string,
  severity: HistoryFinding['severity'] = 'major',
): HistoryFinding {
  const kind = code.split('.')[0] as HistoryFinding['kind'];
  return {
    code,
    kind,
    severity,
    quote: kind === 'missing' ? null : 'as it was written',
    explanation: text(code),
  };
}

export function makeDocument(
  moment: string,
  form: string,
  at: number,
  findings: readonly HistoryFinding[] = [],
): HistoryDocument {
  return {
    moment,
    at,
    by: 'ana',
    form,
    title: text(form),
    audience: form === 'people-notice' ? 'people' : 'regulator',
    fields: [{ label: text('What happened'), text: 'Keys were abused.' }],
    findings,
  };
}

/** A clock of so many hours that started when the crisis began; `met` hours after that, or never. */
export function makeClock(
  rule: string,
  hours: number,
  state: HistoryClock['state'],
  met: number | null = null,
): HistoryClock {
  const started = state !== 'not_started';
  return {
    rule,
    title: text(rule),
    source: 'a law',
    startsAt: started ? D0 : null,
    dueAt: started ? D0 + hours * HOUR : null,
    metAt: met === null ? null : D0 + met * HOUR,
    state,
    moment: met === null ? null : `filed:${rule}`,
  };
}

/** A bound that lost so many accounts in all, evenly from the crisis's beginning to its sixtieth day. */
export function makeBound(
  name: BoundName,
  accountsLost: number,
  given: Partial<Outcome> = {},
): Bound {
  const outcome = makeOutcome({ accountsLost, ...given });
  return {
    name,
    outcome,
    loss: [
      { at: D0, accounts: outcome.lostBefore },
      { at: D0 + 30 * DAY, accounts: (outcome.lostBefore + accountsLost) / 2 },
      { at: D0 + 60 * DAY, accounts: accountsLost },
    ],
  };
}
