// Goal: legal clocks start at what can be proved, are met by what meets them, and no clock control moves a deadline.
import { DAY_MS, HOUR_MS, MINUTE_MS, type SimTime } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logOf, type Order } from '../../../test/support/runs.ts';
import { shortScenario } from '../../../test/support/scenarios.ts';
import type { Command, CommandBody } from '../../run/command.ts';
import { Run } from '../../run/run.ts';
import type { ExercisePlan } from '../types.ts';
import { exerciseClocks } from './exercise-clocks.ts';
import { jurisdictionsAt, loadJurisdiction } from './load-jurisdiction.ts';

const PLACES = ['kr', 'eu-gdpr', 'eu-nis2', 'us-sec', 'us-california', 'japan', 'india'];
const base = shortScenario();
const laws = jurisdictionsAt(PLACES, base.calendar, 0);
const text = { en: 'x', ko: 'x' };
const option = (id: string) => ({ id, text, effects: [] });
const MAIL = HOUR_MS;
const plan: ExercisePlan = {
  name: 'clocks',
  title: text,
  summary: text,
  mode: 'crisis',
  minutes: 30,
  phases: [],
  cards: [],
  objectives: [],
  opening: [],
  jurisdictions: PLACES,
  laws,
  injects: [
    {
      id: 'threat',
      to: ['legal'],
      channel: 'mail',
      from: 'x@mail.example',
      subject: text,
      body: text,
      trigger: { when: { at: MAIL }, after: 0 },
      options: [],
      met: null,
      within: null,
      missed: [],
      hints: [],
      objectives: [],
      aware: true,
      matters: true,
    },
  ],
  decisions: [
    {
      id: 'materiality',
      title: text,
      question: text,
      roles: ['executive'],
      approvers: [],
      options: [option('material'), option('not-material')],
      open: null,
      objectives: [],
    },
  ],
};
const input = { scenario: { ...base, exercise: plan }, seed: 42, scale: 100_000 };

const clocksAt = (run: Run) =>
  exerciseClocks(plan.laws!, base.calendar, {
    state: run.world.state,
    commands: run.commands,
    now: run.now,
  });
function played(commands: readonly Command[], until: SimTime): Run {
  const run = new Run(input, { commands });
  run.advance(until);
  return run;
}
const under = (orders: readonly Order[], until: SimTime) => clocksAt(played(logOf(orders), until));
const clock = (orders: readonly Order[], rule: string, until = 3 * DAY_MS) =>
  under(orders, until).find((each) => each.rule === rule && !each.supplement)!;

const at = (hours: number, body: CommandBody): Order => ({ at: hours * HOUR_MS, body });
const read = (hours: number) => at(hours, { do: 'read', inject: 'threat' });
const declare = (hours: number) => at(hours, { do: 'declare', severity: 'high' });
const file = (hours: number, rule: string) => at(hours, { do: 'file', rule });
const issue = (hours: number, form: string) =>
  at(hours, { do: 'issue', document: { form, language: 'en', fields: {} } });
const estimate = (hours: number, low: number, high: number) =>
  at(hours, { do: 'record', entry: { kind: 'estimate', low, high, confidence: 80 } });
const decide = (hours: number, chosen: string) =>
  at(hours, {
    do: 'propose',
    act: { do: 'decide', decision: 'materiality', option: chosen },
    needs: [],
    reasons: {},
  });

test('nothing runs before anybody could know', () => {
  expect(new Set(under([], DAY_MS).map(({ state }) => state))).toEqual(new Set(['not_started']));
});

test('awareness is the mail that was read, not the later declaration', () => {
  const orders = [read(5), declare(20)];
  expect(clock(orders, 'in-cert-in')).toMatchObject({
    startsAt: 5 * HOUR_MS,
    dueAt: 11 * HOUR_MS,
    state: 'missed',
    jurisdiction: 'india',
  });
  expect(clock([declare(20)], 'in-cert-in').startsAt).toBe(20 * HOUR_MS);
});

test('strictest first: by when they are due, then what has not begun, then what was met', () => {
  const rules = under([read(5), file(6, 'in-cert-in')], 30 * HOUR_MS).map(({ rule }) => rule);
  expect(rules.slice(0, 2)).toEqual(['kr-network-48-3', 'eu-nis2-early-warning']);
  expect(rules.slice(-4)).toEqual([
    'eu-nis2-final',
    'us-sec-8k-105',
    'us-ca-attorney-general',
    'in-cert-in',
  ]);
});

test('materiality starts its clock when it is decided, and only if it is found', () => {
  expect(clock([read(5), decide(9, 'material')], 'us-sec-8k-105').startsAt).toBe(9 * HOUR_MS);
  expect(clock([read(5), decide(9, 'not-material')], 'us-sec-8k-105').startsAt).toBeNull();
});

test('a form or a report under its rule meets a rule; the notice starts the copy for California', () => {
  const orders = [read(5), issue(10, 'people-notice'), file(11, 'eu-nis2-notification')];
  expect(clock(orders, 'kr-pipa-34-people')).toMatchObject({ metAt: 10 * HOUR_MS, state: 'met' });
  expect(clock(orders, 'eu-gdpr-34')).toMatchObject({ metAt: 10 * HOUR_MS, assumed: true });
  expect(clock(orders, 'eu-gdpr-33').assumed).toBeUndefined();
  expect(clock(orders, 'us-ca-attorney-general').startsAt).toBe(10 * HOUR_MS);
  expect(clock(orders, 'eu-nis2-final').startsAt).toBe(11 * HOUR_MS);
  expect(clock(orders, 'eu-nis2-early-warning').metAt).toBeNull();
  expect(clock(orders, 'kr-pipa-34-regulator').metAt).toBeNull();
  expect(clock([read(5), file(30, 'kr-network-48-3')], 'kr-network-48-3').state).toBe('late');
});

test('each new fact after the first report restarts the duty, until it is reported', () => {
  const orders = [
    read(5),
    estimate(6, 4_000, 5_000),
    file(7, 'kr-network-48-3'),
    estimate(8, 4_500, 4_600),
    estimate(20, 30_000_000, 34_000_000),
    file(30, 'kr-network-48-3'),
    estimate(40, 40_000_000, 41_000_000),
  ];
  const more = under(orders, 3 * DAY_MS).filter(({ supplement }) => supplement);
  expect(more.map((each) => [each.startsAt! / HOUR_MS, each.dueAt! / HOUR_MS, each.state])).toEqual(
    [
      [40, 64, 'missed'],
      [20, 44, 'met'],
    ],
  );
});

test('under the later Korean law a possible leak starts a clock before anybody is sure', () => {
  const orders = [
    at(2, { do: 'record', entry: { kind: 'hypothesis', text: 'x', tag: 'hoax', confidence: 50 } }),
    at(3, {
      do: 'record',
      entry: { kind: 'hypothesis', text: 'x', tag: 'partner', confidence: 50 },
    }),
    read(9),
  ];
  const run = played(logOf(orders), DAY_MS);
  const world = { state: run.world.state, commands: run.commands, now: run.now };
  const clocks = exerciseClocks([loadJurisdiction('kr-2026')], base.calendar, world);
  expect(clocks[0]).toMatchObject({
    rule: 'kr-pipa-34-possibility',
    startsAt: 3 * HOUR_MS,
    dueAt: 27 * HOUR_MS,
    assumed: true,
  });
  expect(clocks.find(({ rule }) => rule === 'kr-pipa-34-people')!.startsAt).toBe(9 * HOUR_MS);
});

test('while the clock stands, what was written first comes first', () => {
  const more = (orders: Order[]) =>
    under([read(5), file(6, 'kr-network-48-3'), ...orders], 3 * DAY_MS).filter(
      ({ supplement }) => supplement,
    );
  const fact = estimate(20, 4_000, 5_000);
  const report = file(20, 'kr-network-48-3');
  expect(more([fact, report]).map(({ state }) => state)).toEqual(['met']);
  expect(more([report, fact]).map(({ state }) => state)).toEqual(['missed']);
});

const hour = fc.integer({ min: 0, max: 47 * 60 }).map((minute) => minute / 60);
const someOrder = fc.oneof(
  hour.map(read).filter((order) => order.at > MAIL),
  hour.map(declare),
  fc
    .tuple(hour, fc.constantFrom('kr-network-48-3', 'eu-nis2-notification'))
    .map(([h, rule]) => file(h, rule)),
  fc
    .tuple(hour, fc.constantFrom('people-notice', 'gdpr-report'))
    .map(([h, form]) => issue(h, form)),
  fc
    .tuple(hour, fc.constantFrom(10, 5_000, 30_000_000))
    .map(([h, low]) => estimate(h, low, low * 2)),
  hour.map((h) => decide(h, 'material')),
);
const logs = fc.array(someOrder, { maxLength: 8 }).map(logOf);
const minutes = fc.integer({ min: 1, max: 47 * 60 });

test('pause, speed, step and jump move no deadline', () => {
  fc.assert(
    fc.property(logs, fc.array(minutes, { maxLength: 12 }), (commands, stops) => {
      const whole = played(commands, 2 * DAY_MS);
      const stepped = new Run(input, { commands });
      for (const stop of stops.toSorted((x, y) => x - y)) {
        stepped.advance(stop * MINUTE_MS);
        // Asked at any moment, a clock that has begun says what it will say for good.
        for (const { rule, startsAt, dueAt, supplement } of clocksAt(stepped))
          if (startsAt !== null && !supplement)
            expect(
              clocksAt(whole).find((each) => each.rule === rule && !each.supplement),
            ).toMatchObject({ startsAt, dueAt });
      }
      stepped.advance(2 * DAY_MS);
      expect(clocksAt(stepped)).toEqual(clocksAt(whole));
    }),
    { seed: 42, numRuns: 25 },
  );
});

test('a rewind forgets what came later and keeps what came before', () => {
  fc.assert(
    fc.property(logs, logs, minutes, (commands, others, minute) => {
      const back = minute * MINUTE_MS;
      const kept = commands.filter((command) => command.at < back);
      const later = others
        .filter((command) => command.at >= back)
        .map((command, index) => ({ ...command, sequence: kept.length + index + 1 }));
      expect(clocksAt(played(kept, back))).toEqual(clocksAt(played(commands, back)));
      const fork = played([...kept, ...later], 2 * DAY_MS);
      const before = clocksAt(played(commands, back));
      for (const { rule, startsAt, dueAt, supplement } of before)
        if (startsAt !== null && !supplement)
          expect(
            clocksAt(fork).find((each) => each.rule === rule && !each.supplement),
          ).toMatchObject({
            startsAt,
            dueAt,
          });
    }),
    { seed: 42, numRuns: 25 },
  );
});
