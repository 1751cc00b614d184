// Goal: facts tell what was true and what could be known, and a document keeps those of its moment.
import { DAY_MS, MINUTE_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import {
  BEGIN,
  give,
  inject,
  pass,
  runOf,
  scenarioWith,
  stateOf,
} from '../../../test/support/exercises.ts';
import { shortScenario } from '../../../test/support/scenarios.ts';
import { holds } from './conditions.ts';
import { factsAt } from './facts.ts';

const MEMBERS = 33_673_817;
const enrich = { do: 'respond', response: 'enrich', params: { name: 'token-issued' } } as const;
const estimate = (low: number, high: number) =>
  ({ do: 'record', entry: { kind: 'estimate', low, high, confidence: 80 } }) as const;

test('the truth is the truth of the world, full scale', () => {
  const run = runOf({});
  const { totals } = run.world.state;
  expect(factsAt(run.world)).toMatchObject({
    at: BEGIN,
    accountsLost: totals.accountsLost * 100_000,
    items: ['name', 'phone', 'address', 'door-code'],
    knowableItems: [],
    firstAttackAt: totals.firstServedAt,
    awareAt: null,
    declaredAt: null,
    containedAt: null,
    holdAt: null,
    known: null,
    logsLostDays: 0,
  });
  expect(totals.accountsLost).toBeGreaterThan(0);
});

test('what a team can know: its own estimate, then exactly what the traced logs say', () => {
  const run = runOf({});
  give(run, estimate(4000, 9000));
  pass(run);
  expect(factsAt(run.world)).toMatchObject({ known: { low: 4000, high: 9000 } });
  expect(factsAt(run.world)).not.toHaveProperty('ruledOutItems');
  give(run, enrich);
  run.advance(BEGIN + 2 * DAY_MS);
  const facts = factsAt(run.world);
  expect(facts.known).toEqual({ low: facts.accountsLost, high: facts.accountsLost });
  expect(facts.ruledOutItems).toContain('payment');
  expect(facts.knowableItems).toEqual(facts.items);
});

test('where the logs do not go back to the beginning, the truth lies in an interval', () => {
  const base = shortScenario('insider-key', { 'world.retention_days': 4 });
  const run = runOf({}, scenarioWith({}, base));
  give(run, enrich);
  run.advance(BEGIN + 2 * DAY_MS);
  const { known, accountsLost, logsLostDays } = factsAt(run.world);
  // The attack is twelve days old, less the hours until it first met a sampled account; four are kept.
  expect(logsLostDays).toBe(7);
  expect(known!.high).toBe(MEMBERS);
  expect(known!.low).toBeGreaterThan(0);
  expect(known!.low).toBeLessThan(accountsLost);
});

test('a document that is out keeps the facts of its moment and what was found in it', () => {
  const run = runOf({});
  const fields = { line: 'There was a minor incident. No data was taken.' };
  const document = { form: 'holding-line', language: 'en' as const, fields };
  give(run, { do: 'issue', document });
  give(run, {
    do: 'file',
    rule: 'kr-network-48-3',
    document: { ...document, form: 'kr-early-report' },
  });
  give(run, { do: 'file', rule: 'kr-pipa-34-regulator' });
  pass(run);
  const { documents } = stateOf(run);
  expect(documents).toMatchObject([
    { sequence: 1, rule: null, at: BEGIN, facts: { at: BEGIN } },
    { sequence: 2, rule: 'kr-network-48-3', by: 'ann' },
  ]);
  expect(documents).toHaveLength(2);
  expect(documents[0]!.findings.length).toBeGreaterThan(0);
  const [code] = documents[0]!.findings;
  for (const finding of [code!, code!.split('.')[0]!])
    expect(holds(run.world, { document: 'holding-line', finding }), finding).toBe(true);
  expect(holds(run.world, { document: 'holding-line', finding: 'never-found' })).toBe(false);
});

test('reading what tells of the attack proves awareness, once somebody is told anything at all', () => {
  const trigger = { when: { at: BEGIN }, after: 0 };
  const run = runOf({
    injects: [inject('plain', { trigger }), inject('proof', { trigger, aware: true })],
  });
  pass(run);
  give(run, { do: 'read', inject: 'plain' });
  pass(run, 9);
  expect(factsAt(run.world).awareAt).toBeNull();
  give(run, { do: 'verdict', alert: 'a/1', verdict: 'false', attack: true });
  pass(run, 10);
  expect(factsAt(run.world).awareAt).toBeNull();
  give(run, { do: 'read', inject: 'proof' });
  pass(run);
  expect(stateOf(run).awareAt).toBe(BEGIN + 20 * MINUTE_MS);
  // The alert that was put away is found by whoever asks later.
  expect(factsAt(run.world).awareAt).toBe(BEGIN + 10 * MINUTE_MS);
});
