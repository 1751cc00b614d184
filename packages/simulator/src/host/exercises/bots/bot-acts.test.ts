// Goal: what bots have still to do follows from the logs alone: read, answer, agree, play, and never twice.
import { MINUTE_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import type { ExercisePlan } from '../../../exercise/types.ts';
import type { Command, CommandBody } from '../../../run/command.ts';
import type { DomainEvent } from '../../../run/frame.ts';
import { REACTION_MS } from '../../../scenario/reaction.ts';
import type { Role } from '../../../scenario/roles.ts';
import { teamFacts } from '../fold/team-facts.ts';
import { botActs } from './bot-acts.ts';
import type { ActiveStyle, BotTeam } from './bot-team.ts';

const START = 1_000 * MINUTE_MS;
const plan = {
  cards: [],
  decisions: [],
  injects: [
    {
      ...{ id: 'ticket', to: ['care'], channel: 'ticket', from: 'x', options: [{ id: 'raise' }] },
      ...{ subject: {}, body: {}, hints: [] },
      bot: { option: 'raise', afterMs: 40 * MINUTE_MS, act: { do: 'legal-hold' } },
    },
    {
      ...{ id: 'both', to: ['care', 'legal'], channel: 'mail', from: 'x', options: [] },
      ...{ subject: {}, body: {}, hints: [] },
      bot: { text: { en: 'yes', ko: '' }, afterMs: 0 },
    },
  ],
} as unknown as ExercisePlan;

const sent = (id: string): DomainEvent => ({
  ...{ at: START, kind: 'inject.sent', visibility: 'shop' as const },
  values: { id },
});
type Said = [by: string, role: string, body: CommandBody];
const log = (...said: Said[]): Command[] =>
  said.map(([by, role, body], i) => ({ sequence: i + 1, at: START, by, role, body }));

function team(given: {
  commands?: Command[];
  seats: Partial<Record<Role, ActiveStyle>>;
  people?: Partial<Record<Role, string>>;
  playbook?: BotTeam['playbook'];
}): BotTeam {
  const { commands = [], seats, people = {}, playbook = () => [] } = given;
  const events = [sent('ticket'), sent('both')];
  return {
    ...{ plan, log: commands, events, alerts: [], startAt: START, playbook },
    facts: teamFacts(commands, events),
    seats: new Map(Object.entries(seats) as [Role, ActiveStyle][]),
    holders: (role) => (people[role] ? [people[role]] : []),
  };
}

const deeds = (of: BotTeam) =>
  botActs(of).map(({ role, deed, due }) => [role, deed.do, (due - START) / MINUTE_MS]);

test('a bot reads and answers what reaches its seat; where a person has it too it only reads', () => {
  const care = team({ seats: { care: 'written' }, people: { legal: 'ada' } });
  const reaction = REACTION_MS.care / MINUTE_MS;
  expect(deeds(care)).toEqual([
    ['care', 'read', 0],
    ['care', 'read', Math.min(reaction, 40)],
    ['care', 'answer', 40],
    ['care', 'propose', 40],
  ]);
  const alone = team({ seats: { care: 'written' } });
  expect(deeds(alone).filter(([, what]) => what === 'answer')).toHaveLength(2);
  expect(deeds(team({ seats: {} }))).toEqual([]);
});

test('what the log has is not done again; what a rewind took out of it is', () => {
  const act = { do: 'respond', response: 'legal-hold', params: {} } as const;
  const said: Said[] = [
    ['bot:written', 'care', { do: 'read', inject: 'ticket' }],
    ['bot:written', 'care', { do: 'answer', inject: 'ticket', option: 'raise' }],
    [
      'bot:written',
      'care',
      { do: 'propose', act, needs: ['legal'], reasons: { why: 'as planned' } },
    ],
  ];
  const left = (n: number) =>
    deeds(
      team({
        commands: log(...said.slice(0, n)),
        seats: { care: 'written' },
        people: { legal: 'a' },
      }),
    );
  expect(left(3)).toEqual([['care', 'read', 0]]);
  expect(left(2)).toEqual([
    ['care', 'read', 0],
    ['care', 'propose', 40],
  ]);
});

test('bots agree where no person could, each for its own seat, not to themselves', () => {
  const act = { do: 'declare', severity: 'high' } as const;
  const ask = (by: string, role: string): Said => [
    by,
    role,
    { do: 'propose', act, needs: ['incident-commander', 'legal'], reasons: {} },
  ];
  const agreeing = (said: Said, seats: Parameters<typeof team>[0]['seats'], people = {}) =>
    botActs(team({ commands: log(said), seats, people })).filter(({ deed }) => deed.do === 'agree');
  expect(agreeing(ask('ada', 'soc-lead'), { legal: 'expert' })).toMatchObject([
    { role: 'legal', due: START + REACTION_MS.legal, deed: { proposal: 1 } },
  ]);
  const commander = { 'incident-commander': 'bo' };
  expect(agreeing(ask('ada', 'soc-lead'), { legal: 'expert' }, commander)).toEqual([]);
  expect(agreeing(ask('bot:expert', 'legal'), { legal: 'expert' })).toEqual([]);
});

test('a playbook plays the steps of the seats it fills, as often as they stand in it', () => {
  const step = (as: Role, delayMs: number) => ({
    ...{
      when: { inject: 'ticket' },
      delayMs,
      as,
      do: 'remove-key-copies',
      with: {},
      repeat: false,
    },
  });
  const playbook = () => [step('identity', 5), step('identity', 10), step('hr', 1)];
  const act = { do: 'respond', response: 'remove-key-copies', params: {} } as const;
  const once = log(['bot:expert', 'identity', { do: 'propose', act, needs: [], reasons: {} }]);
  const seats = { identity: 'expert' } as const;
  expect(botActs(team({ seats, playbook })).map(({ due }) => due)).toEqual([START + 5, START + 10]);
  expect(botActs(team({ commands: once, seats, playbook })).map(({ due }) => due)).toEqual([
    START + 10,
  ]);
});
