import { expect, test } from 'vitest';
import type { ResponseState } from '../response/types.ts';
import type { Command } from '../run/command.ts';
import { deployedRules } from './deployed-rules.ts';
import { ruleCards, type RuleSources } from './rule-cards.ts';

// Goal: one card a name, with the text its author has in hand and what has become of it in the run.

const text = (title: string) => `title: ${title}\nname: a-rule\nlevel: low\n`;
const state = (
  id: string,
  commandSequence: number,
  change: Partial<ResponseState> = {},
): ResponseState => ({
  id,
  commandSequence,
  params: { name: 'a-rule' },
  askedAt: commandSequence,
  effectiveAt: commandSequence + 30,
  state: 'done',
  ...change,
});
const command = (sequence: number, of: string): Command => ({
  sequence,
  at: sequence,
  by: 'p',
  role: 'soc-lead',
  body: { do: 'respond', response: 'deploy-rule', params: { name: 'a-rule', text: of } },
});
const cards = (sources: Partial<RuleSources>) =>
  ruleCards({
    shipped: new Map(),
    drafts: [],
    deployed: new Map(),
    alerts: [],
    needs: () => [],
    ...sources,
  });
const draft = (of: string) => ({ name: 'a-rule', text: of, savedBy: null, savedAtWallMs: 0 });

test('a draft takes the place of what is deployed, and that of what is shipped', () => {
  const shipped = new Map([['a-rule', text('Shipped')]]);
  const deployed = deployedRules([state('deploy-rule', 1)], [command(1, text('Deployed'))]);
  const drafts = [draft(text('Draft'))];
  expect(cards({ shipped })).toMatchObject([
    { title: 'Shipped', origin: 'shipped', state: 'library' },
  ]);
  expect(cards({ shipped, deployed })).toMatchObject([
    { title: 'Deployed', origin: 'own', state: 'deployed', effectiveAt: 31, sequence: 1 },
  ]);
  expect(cards({ shipped, deployed, drafts })).toMatchObject([
    { title: 'Draft', origin: 'own', state: 'deployed' },
  ]);
  expect(cards({ shipped, drafts: [draft(text('Shipped'))] })).toMatchObject([
    { origin: 'shipped' },
  ]);
});

test('the latest that happened to a name counts; what was taken back did not happen', () => {
  const commands = [command(1, text('One')), command(2, text('Two')), command(3, text('Three'))];
  const of = (...responses: ResponseState[]) => deployedRules(responses, commands).get('a-rule');
  expect(of(state('deploy-rule', 1, { state: 'in-flight' }))).toMatchObject({ state: 'deploying' });
  expect(of(state('deploy-rule', 1), state('retire-rule', 4))).toMatchObject({ state: 'retired' });
  expect(
    of(state('deploy-rule', 1), state('retire-rule', 4, { state: 'in-flight' })),
  ).toMatchObject({
    state: 'deployed',
  });
  expect(
    of(state('deploy-rule', 3, { state: 'withdrawn' }), state('deploy-rule', 2)),
  ).toMatchObject({ text: text('Two'), sequence: 2 });
  expect(of(state('deploy-rule', 1, { state: 'withdrawn' }))).toBeUndefined();
});

test('alerts of a name are counted, and a text that cannot be read still has a card', () => {
  const alerts = [
    { rule: 'a-rule', lastAt: 7 },
    { rule: 'a-rule', lastAt: 3 },
    { rule: 'other', lastAt: 9 },
  ];
  expect(cards({ drafts: [draft('name: a-rule\ndetection: [')], alerts })).toMatchObject([
    { name: 'a-rule', title: 'a-rule', level: null, alerts: 2, lastAlertAt: 7 },
  ]);
});
