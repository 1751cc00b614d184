import { DAY_MS, HOUR_MS, MINUTE_MS, type SimTime } from '@dwell/core';
import { exerciseScenario, withExercise } from '../../src/exercise/file/exercise-scenario.ts';
import { loadExercise } from '../../src/exercise/file/load-exercise.ts';
import type { DocumentText } from '../../src/exercise/types.ts';
import type { CommandBody, ProposedAct, Reasons } from '../../src/run/command.ts';
import { Run } from '../../src/run/run.ts';
import { ROLES } from '../../src/scenario/roles.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { shortScenario } from './scenarios.ts';

/** Five people in ten seats. */
export const PEOPLE = {
  ann: ['incident-commander', 'executive'],
  bo: ['soc-lead', 'identity'],
  cy: ['forensics', 'hr'],
  di: ['privacy', 'legal'],
  eve: ['communications', 'care'],
} as const;
type Person = keyof typeof PEOPLE;

/** The shipped crisis at full length, for everybody. */
export const crisisScenario = () =>
  exerciseScenario({
    exercise: 'crisis',
    length: 'full',
    difficulty: { noise: 1, attackerPace: 1000, logGapDays: 0, staffing: 'none' },
    jurisdictions: ['kr'],
    roles: ROLES,
  });

/** The same programme in a world of days instead of months: quick to live through. */
export function shortCrisis(): Scenario {
  const short = { ...shortScenario(), horizon: 100 * DAY_MS };
  return withExercise(short, loadExercise('crisis', short));
}

type Step = { after: number; by: Person; as: string; body: CommandBody };
const minutes = (n: number) => n * MINUTE_MS;
const hours = (n: number) => n * HOUR_MS;

const step = (after: number, by: Person, as: string, body: CommandBody): Step => ({
  ...{ after, by, as, body },
});
const record = (
  after: number,
  by: Person,
  as: string,
  entry: Extract<CommandBody, { do: 'record' }>['entry'],
) => step(after, by, as, { do: 'record', entry });
const act = (
  after: number,
  by: Person,
  as: string,
  proposed: ProposedAct,
  { needs = [], ...reasons }: Reasons & { needs?: readonly string[] } = {},
) => step(after, by, as, { do: 'propose', act: proposed, needs, reasons });
const respond = (response: string, params: { [name: string]: string | number } = {}) =>
  ({ do: 'respond', response, params }) as const;
const decide = (decision: string, option: string) => ({ do: 'decide', decision, option }) as const;
const paper = (form: string, fields: DocumentText['fields']): DocumentText => ({
  ...{ form, language: 'en', fields },
});

const ITEMS = 'name,email,phone,address';
const SCRIPT = {
  text: 'Your data was leaked. Do not trust callers. We never ask for codes.',
};

const REPORT = {
  organisation: 'The shop',
  'aware-at': '2025-11-16T23:00',
  what: 'Tokens were forged with a key that a leaver had kept; profiles and address lists were read.',
  measures: 'The key is rotated, the gateway asks whether a token was issued.',
  evidence: 'Deletion is stopped since Monday; logs from May on are kept.',
  contact: 'privacy@shop.example',
  update: 'Next update within 24 hours.',
};

const NOTICE = {
  headline: 'Your data was leaked',
  occurred: 'From April to November 2025',
  what: 'Somebody forged access and read members’ data. We are sorry. Your data was leaked.',
  items: ITEMS,
  steps: 'Do not trust callers who know your orders.',
  measures: 'The key is revoked.',
  contact: 'help@shop.example',
};

/** A rule of their own, in a hurry: it knows no threshold, and is true at every scale. */
export const RULE = 'unissued';
const RULE_TEXT = `title: Token that nobody issued
name: ${RULE}
logsource: { product: dwell, service: http_activity }
detection:
  unissued: { token_issued: false }
  condition: unissued
`;

/** What they do besides answering their mail, by time since the first mail. Neither quick nor stupid. */
const FIRST_NIGHT: readonly Step[] = [
  record(minutes(35), 'eve', 'care', {
    ...{ kind: 'chat', text: 'a customer has a threat mail, all true' },
  }),
  record(hours(1.4), 'bo', 'soc-lead', {
    ...{ kind: 'hypothesis', tag: 'stolen-passwords', confidence: 40 },
    text: 'somebody logs in with passwords from elsewhere',
  }),
  record(hours(1.8), 'bo', 'soc-lead', {
    ...{ kind: 'evidence', title: 'reads without a login', table: 'http_activity' },
    query: 'subject-missing',
  }),
  act(
    hours(2.5),
    'ann',
    'incident-commander',
    { do: 'declare', severity: 'high' },
    {
      ...{ why: 'a customer’s data is outside', confidence: 70 },
    },
  ),
  act(hours(2.6), 'ann', 'incident-commander', decide('declare-or-verify', 'declare-now'), {
    ...{ why: 'the tickets agree', confidence: 75, evidence: [1] },
  }),
  step(hours(3), 'bo', 'soc-lead', { do: 'hint', inject: 'alert-flood', hint: 0 }),
  record(hours(3.4), 'bo', 'soc-lead', {
    ...{ kind: 'hypothesis', tag: 'forged-tokens', confidence: 70 },
    text: 'a valid signature for members who do not exist: somebody else can sign',
  }),
  step(hours(4), 'bo', 'soc-lead', respond('deploy-rule', { name: RULE, text: RULE_TEXT })),
  act(hours(5), 'bo', 'soc-lead', respond('enrich', { name: 'token-issued' })),
];

const CONTAIN: readonly Step[] = [
  act(hours(11), 'bo', 'soc-lead', decide('contain-or-watch', 'contain-now'), {
    ...{ needs: ['incident-commander'], why: 'he still reads', confidence: 80 },
  }),
  act(hours(12), 'cy', 'forensics', respond('legal-hold'), {
    ...{ why: 'another day goes tonight', confidence: 90 },
  }),
  act(hours(14), 'bo', 'identity', respond('rotate-key', { mode: 'overlap' }), {
    ...{ needs: ['incident-commander', 'soc-lead'], why: 'gently first', confidence: 60 },
  }),
  record(hours(15), 'cy', 'hr', {
    ...{ kind: 'hypothesis', tag: 'insider-left', confidence: 65 },
    text: 'one of three readers of the key left last winter',
  }),
  act(hours(18), 'bo', 'identity', respond('remove-key-copies')),
  act(hours(20), 'di', 'privacy', {
    ...{ do: 'file', rule: 'kr-network-48-3' },
    document: paper('kr-early-report', REPORT),
  }),
  record(hours(21), 'cy', 'forensics', {
    ...{ kind: 'estimate', low: 4_000, high: 10_000, confidence: 60 },
  }),
  act(hours(22), 'bo', 'identity', respond('check-issuance'), { why: 'whatever the key is' }),
  act(hours(28), 'bo', 'identity', respond('rotate-key', { mode: 'hard' }), {
    ...{ needs: ['incident-commander', 'soc-lead'], why: 'the old key still opens' },
    confidence: 85,
  }),
  record(hours(31), 'cy', 'forensics', {
    ...{ kind: 'estimate', low: 15_000_000, high: 40_000_000, confidence: 80 },
  }),
];

const TELL: readonly Step[] = [
  act(hours(44), 'di', 'privacy', decide('awareness-time', 'first-ticket'), {
    ...{ needs: ['incident-commander'], why: 'the earliest paper holds' },
  }),
  step(hours(45), 'bo', 'soc-lead', { do: 'verdict', alert: `${RULE}/1`, verdict: 'true' }),
  act(hours(60), 'di', 'privacy', {
    ...{ do: 'file', rule: 'kr-pipa-34-regulator' },
    document: paper('kr-full-report', { ...REPORT, items: ITEMS, count: '30,000,000' }),
  }),
  act(hours(66), 'di', 'privacy', { do: 'issue', document: paper('people-notice', NOTICE) }),
  act(hours(69), 'eve', 'care', { do: 'issue', document: paper('care-script', SCRIPT) }),
  record(5 * DAY_MS, 'cy', 'forensics', {
    ...{ kind: 'estimate', low: 28_000_000, high: 33_673_817, confidence: 90 },
  }),
];

const RECOVER: readonly Step[] = [
  record(20 * DAY_MS, 'ann', 'incident-commander', {
    ...{ kind: 'action', text: 'rotate the key on every leaver', owner: 'identity' },
  }),
  act(25 * DAY_MS, 'bo', 'identity', decide('rotation-policy', 'quarterly-owner'), {
    ...{ needs: ['incident-commander'], why: 'a key had no owner', confidence: 90 },
  }),
];

const holder = (role: string): Person =>
  (Object.keys(PEOPLE) as Person[]).find((each) =>
    (PEOPLE[each] as readonly string[]).includes(role),
  ) ?? 'ann';

/**
 * A crisis as people play it: they read most of what comes, answer it late and sometimes wrongly, miss a
 * quarter, and do the steps above. Driven by commands through a run, whose log it is then.
 */
export function playHumanCrisis(
  scale: number,
  until: SimTime = 30 * DAY_MS,
  scenario: Scenario = crisisScenario(),
): Run {
  const { crisis } = scenario.starts;
  const run = new Run({ scenario, seed: 42, scale }, { keep: false });
  const give = (by: string, role: string, body: CommandBody): void =>
    run.accept(run.submit({ by, role, body }));
  const steps = [...FIRST_NIGHT, ...CONTAIN, ...TELL, ...RECOVER];
  const seen = new Set<string>();
  for (let now = crisis; now < crisis + until; now += 10 * MINUTE_MS) {
    run.advance(now);
    answerMail(run, seen, give);
    while (steps[0] && crisis + steps[0].after <= now) {
      const { by, as, body } = steps.shift()!;
      give(by, as, body);
      if (body.do === 'propose' && body.needs.length > 0)
        give(holder(body.needs[0]!), body.needs[0]!, {
          do: 'agree',
          proposal: run.commands.length,
        });
    }
  }
  run.advance(crisis + until);
  return run;
}

function answerMail(
  run: Run,
  seen: Set<string>,
  give: (by: string, role: string, body: CommandBody) => void,
): void {
  const { exercise } = run.world.state;
  const plan = run.input.scenario.exercise!;
  plan.injects.forEach(({ id, to, bot, options }, place) => {
    const state = exercise!.injects[id]!;
    if (state.sentAt === null || state.withdrawnAt !== null || seen.has(id)) return;
    // Every fourth is left unread, but somebody asks for a commander until there is one.
    const pressing = id === 'who-commands';
    if (place % 4 === 3 && !pressing) return;
    const since = run.now - Math.max(state.sentAt, run.input.scenario.starts.crisis);
    if (since < (bot ? bot.afterMs * 1.5 : HOUR_MS)) return;
    seen.add(id);
    const role = to[0]!;
    give(holder(role), role, { do: 'read', inject: id });
    // One in five of those that are answered is answered in another way.
    const hasty = place % 5 === 2 && !pressing;
    const wrong = hasty ? options.find((option) => option.id !== bot?.option) : undefined;
    const option = wrong?.id ?? bot?.option;
    if (option !== undefined) give(holder(role), role, { do: 'answer', inject: id, option });
  });
}
