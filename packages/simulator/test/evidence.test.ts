// Goal: holds, enrichments, legal clocks and the first mail are what the world log and the world make them.
import { DAY_MS, HOUR_MS, MINUTE_MS, parseTime } from '@dwell/core';
import { expect, test, vi } from 'vitest';
import { earliestAwareness } from '../src/exercise/world/awareness.ts';
import { legalClocks } from '../src/run/legal-clocks.ts';
import { Run } from '../src/run/run.ts';
import { loadPlaybook } from '../src/scenario/playbook.ts';
import { logOf, order, record, type Order } from './support/runs.ts';
import {
  ATTACK_FROM,
  FIRST_MAIL,
  SECOND_DAY,
  SHORT_RUN,
  scenarioOf,
  shortScenario,
} from './support/scenarios.ts';

vi.setConfig({ testTimeout: 120_000 });

const input = { scenario: shortScenario(), seed: 42, scale: 100_000 };
const under = (orders: Order[], until = SHORT_RUN) => record(input, until, orders).run;
const clocksOf = (run: Run) =>
  Object.fromEntries(legalClocks(run.world.state, run.now).map((clock) => [clock.rule, clock]));
const declare = (at: number): Order => ({ at, body: { do: 'declare', severity: 'high' } });

test('a hold is there from its lead time on, once', () => {
  const run = under([order(ATTACK_FROM, 'legal-hold')], ATTACK_FROM + DAY_MS);
  expect(run.world.state.holds).toEqual([{ at: ATTACK_FROM + 30 * MINUTE_MS }]);
  expect(run.catalogue().find(({ id }) => id === 'legal-hold')).toMatchObject({
    available: false,
    reason: 'already-on',
  });
  const again = {
    by: 'tester',
    role: 'legal',
    body: { do: 'respond' as const, response: 'legal-hold', params: {} },
  };
  expect(() => run.submit(again)).toThrow(/already-on/);
});

test('an enrichment is on from its lead time on, and buying it again does not move that', () => {
  const run = under([
    order(ATTACK_FROM, 'enrich', { name: 'token-issued' }),
    order(ATTACK_FROM, 'enrich', { name: 'page-flow' }),
    order(ATTACK_FROM + 3 * DAY_MS, 'enrich', { name: 'page-flow' }),
  ]);
  expect(run.world.state.enrichments).toEqual({
    'token-issued': ATTACK_FROM + DAY_MS,
    'page-flow': ATTACK_FROM + 12 * HOUR_MS,
  });
});

test('legal clocks run from the earliest provable moment and are met, late, missed or open', () => {
  const at = FIRST_MAIL;
  expect(Object.values(clocksOf(under([]))).map(({ state }) => state)).toEqual([
    'not_started',
    'not_started',
    'not_started',
  ]);
  const run = under(
    [
      { at, body: { do: 'verdict', alert: 'a', verdict: 'true' } },
      declare(at + 5 * HOUR_MS),
      order(at + 4 * HOUR_MS, 'notify-regulator', { rule: 'kr-network-48-3' }),
      {
        at: at + 71 * HOUR_MS + 59 * MINUTE_MS,
        body: { do: 'file', rule: 'kr-pipa-34-regulator' },
      },
    ],
    at + 80 * HOUR_MS,
  );
  expect(earliestAwareness(run.world.state)).toBe(at);
  const clocks = clocksOf(run);
  expect(clocks['kr-network-48-3']).toMatchObject({
    state: 'met',
    startsAt: at,
    dueAt: at + DAY_MS,
    metAt: at + 6 * HOUR_MS,
  });
  expect(clocks['kr-pipa-34-regulator']).toMatchObject({
    state: 'met',
    metAt: at + 72 * HOUR_MS - MINUTE_MS,
  });
  expect(clocks['kr-pipa-34-people']).toMatchObject({ state: 'missed', metAt: null });
  const late = under(
    [declare(at), { at: at + 25 * HOUR_MS, body: { do: 'file', rule: 'kr-network-48-3' } }],
    at + 30 * HOUR_MS,
  );
  expect(clocksOf(late)['kr-network-48-3']!.state).toBe('late');
  expect(clocksOf(late)['kr-pipa-34-people']!.state).toBe('open');
});

test('a verdict that an alert is benign starts no clock', () => {
  const run = under([{ at: ATTACK_FROM, body: { do: 'verdict', alert: 'a', verdict: 'benign' } }]);
  expect(earliestAwareness(run.world.state)).toBeNull();
});

test('clocks are a function of the log: a fork before awareness has none, however time was stepped', () => {
  const log = logOf([
    declare(FIRST_MAIL),
    { at: FIRST_MAIL + HOUR_MS, body: { do: 'file', rule: 'kr-network-48-3' } },
  ]);
  const whole = new Run(input, { commands: log });
  whole.advance(SHORT_RUN);
  const stepped = new Run(input, { commands: log });
  for (let at = 0; at < SHORT_RUN; at += 37 * HOUR_MS) stepped.advance(at);
  stepped.advance(SHORT_RUN);
  expect(stepped.summary().clocks).toEqual(whole.summary().clocks);
  const fork = new Run(input, { commands: log.filter(({ at }) => at < FIRST_MAIL) });
  fork.advance(SHORT_RUN);
  expect(fork.summary().clocks.map(({ state }) => state)).toEqual([
    'not_started',
    'not_started',
    'not_started',
  ]);
  expect(fork.summary().dwell.days_undetected).toBe(Math.floor((SHORT_RUN - ATTACK_FROM) / DAY_MS));
  expect(whole.summary().dwell.days_undetected).toBe(
    Math.floor((FIRST_MAIL - ATTACK_FROM) / DAY_MS),
  );
});

test('the first mail comes only if there is something to threaten with', () => {
  const safe = shortScenario('insider-key', { 'response.issuance_prepared': 1 });
  const run = record({ ...input, scenario: safe }, SHORT_RUN, [order(0, 'check-issuance')]).run;
  expect(run.summary().loss.accounts).toBe(0);
  expect(run.world.state.dayZeroAt).toBeNull();
  expect(run.events.filter(({ kind }) => kind === 'inject.sent')).toEqual([]);
  expect(under([]).world.state.dayZeroAt).toBe(FIRST_MAIL);
});

test('without a first mail nobody asks about one; with an early one the rest follows early', () => {
  const scenario = scenarioOf('insider-key');
  const play = (playbook: string, until: string) => {
    const run = new Run(
      { scenario, seed: 42, scale: 100_000 },
      { playbook: loadPlaybook(playbook, scenario) },
    );
    run.advance(parseTime(until, scenario.calendar, 'test'));
    return run;
  };
  const sent = (run: Run) => run.events.filter(({ kind }) => kind === 'inject.sent');
  const follows = scenario.injects
    .filter(({ at, dayZero }) => at >= scenario.starts.crisis && !dayZero)
    .map(({ id }) => id);
  expect(follows).toContain('press-question');
  expect(
    sent(play('prevent', '2025-12-10')).filter(({ values }) =>
      follows.includes(String(values['id'])),
    ),
  ).toEqual([]);
  const early = play(SECOND_DAY, '2025-06-15');
  const zero = early.world.state.dayZeroAt!;
  expect(zero).toBeLessThan(scenario.starts.crisis);
  for (const id of follows.slice(0, 3)) {
    const planned =
      scenario.injects.find((inject) => inject.id === id)!.at - scenario.starts.crisis;
    expect(sent(early).find(({ values }) => values['id'] === id)!.at - zero).toBe(planned);
  }
});
