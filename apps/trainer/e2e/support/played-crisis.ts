import type { TeamAct } from '@dwell/simulator/router';
import type { Api } from './api.ts';
import { HOUR_MS } from './runs.ts';
import { expect } from './test.ts';

const ROLES = [
  'incident-commander',
  'soc-lead',
  'identity',
  'forensics',
  'privacy',
  'legal',
  'communications',
  'care',
] as const;

/** Makes a crisis: one person in every seat, or bots that play by the book. */
export async function openCrisis(
  api: Api,
  { name, solo, teams = ['Team 1'] }: { name: string; solo: boolean; teams?: readonly string[] },
): Promise<string> {
  const { id } = await api.exercise.create.mutate({
    ...{ name, exercise: 'crisis', seed: 42, scale: 100_000, length: 'full', solo },
    difficulty: {
      ...{ noise: 0.2, attackerPace: 1_000, logGapDays: 0 },
      staffing: solo ? 'none' : 'written',
    },
    ...{ jurisdictions: ['kr'], roles: [...ROLES], teams: [...teams] },
  });
  return id;
}

/** Takes all teams so many hours from the exercise's own beginning. */
export async function takeTo(
  api: Api,
  exerciseId: string,
  runIds: readonly string[],
  hours: number,
): Promise<void> {
  const { startAt } = await api.run.get.query({ runId: runIds[0]! });
  const to = startAt + hours * HOUR_MS;
  await api.exercise.clock.mutate({ exerciseId, request: { do: 'jump', to } });
  for (const runId of runIds)
    await expect
      .poll(async () => (await api.run.get.query({ runId })).clock.now, { timeout: 120_000 })
      .toBeGreaterThanOrEqual(to);
}

const respond = (response: string, params: Record<string, string | number> = {}): TeamAct => ({
  do: 'propose',
  act: { do: 'respond', response, params },
  reasons: { why: `We need ${response} now, and we know what it costs.`, confidence: 70 },
  as: response === 'legal-hold' ? 'forensics' : 'identity',
});
const record = (entry: Extract<TeamAct, { do: 'record' }>['entry']): TeamAct => ({
  do: 'record',
  entry,
  as: 'incident-commander',
});

/** Both say less than is known, and not the same. */
const REPORT = {
  ...{ form: 'kr-early-report', language: 'en' as const },
  fields: {
    ...{ organisation: 'The shop, Mina Park', 'aware-at': '2025-11-17T09:00' },
    ...{ occurred: 'Since Sunday', what: 'Profiles were read without a login.' },
    ...{ count: '4,500', measures: 'A key was revoked.', contact: 'privacy@shop.example' },
    update: 'Within 24 hours',
  },
};
const NOTICE = {
  ...{ form: 'people-notice', language: 'en' as const },
  fields: {
    ...{ headline: 'About your account', occurred: 'In November' },
    what: 'Some profiles were exposed. No misuse has been found.',
    ...{ items: 'name,email', count: '33,000,000', steps: 'Be careful with calls.' },
    ...{ measures: 'The key is gone.', remedy: 'Write to us.', contact: 'care@shop.example' },
    update: 'On our pages',
  },
};

/** What somebody does in it who is neither good nor bad: hours from the beginning, and the act. */
const ACTS: readonly (readonly [hours: number, act: TeamAct])[] = [
  [2, record({ kind: 'hypothesis', text: 'A bug', tag: 'software-bug', confidence: 40 })],
  [4, record({ kind: 'estimate', low: 100, high: 5_000, confidence: 60 })],
  [
    7,
    {
      do: 'propose',
      act: { do: 'declare', severity: 'high', note: 'Profiles are read without a login.' },
      reasons: { why: 'Three tickets and an alert say the same.', confidence: 75 },
      as: 'incident-commander',
    },
  ],
  [
    8,
    record({ kind: 'hypothesis', text: 'The leaver’s key', tag: 'insider-left', confidence: 80 }),
  ],
  [12, respond('legal-hold')],
  [20, respond('rotate-key', { mode: 'hard' })],
  [30, record({ kind: 'estimate', low: 5_000_000, high: 40_000_000, confidence: 80 })],
  [
    32,
    {
      do: 'propose',
      act: { do: 'file', rule: 'kr-network-48-3', document: REPORT },
      reasons: { why: 'The day is nearly over.', confidence: 60 },
      as: 'legal',
    },
  ],
  [40, respond('remove-key-copies')],
  [44, respond('rotate-key', { mode: 'hard' })],
  [
    50,
    {
      do: 'propose',
      act: { do: 'issue', document: NOTICE },
      reasons: { why: 'People must know.', confidence: 65 },
      as: 'communications',
    },
  ],
  [60, record({ kind: 'action', text: 'Count every reader of the key', owner: 'Identity' })],
];

/** Plays a crisis that has been begun, of one person, to its end. */
export async function playCrisis(api: Api, exerciseId: string, runId: string): Promise<void> {
  for (const [hours, act] of ACTS) {
    await takeTo(api, exerciseId, [runId], hours);
    await api.exercise.play.mutate({ exerciseId, act });
  }
  await takeTo(api, exerciseId, [runId], 20 * 24);
  await api.exercise.act.mutate({ exerciseId, act: { do: 'end' } });
}
