// Goal: change one decision, actor or knob and everything it does not touch happens exactly as before.
import { DAY_MS, HOUR_MS, TICK_MS } from '@dwell/core';
import { formatIp } from '@dwell/shop';
import { expect, test, vi } from 'vitest';
import type { KnobName } from '../src/scenario/knobs.ts';
import type { Channel } from '../src/world/channels.ts';
import {
  ATTACK_CHANNELS,
  attackLines,
  channel,
  differingChannels,
  order,
  record,
  type Order,
} from './support/runs.ts';
import { FIRST_MAIL, shortScenario } from './support/scenarios.ts';

// A whole run takes a second, and many times that on a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const SEED = 6;
const SCALE = 1000;
/** Two days and a half of attack: enough to see, quick to run. */
const UNTIL = 5 * DAY_MS;
const ACT = 3 * DAY_MS;

const base = record({ scenario: shortScenario(), seed: SEED, scale: SCALE }, UNTIL);
const under = (orders: Order[], until = UNTIL) =>
  record({ scenario: shortScenario(), seed: SEED, scale: SCALE }, until, orders);
const withKnobs = (set: { [knob in KnobName]?: number }) =>
  record({ scenario: shortScenario('insider-key', set), seed: SEED, scale: SCALE }, UNTIL);
/** Which channels two runs differ in, sorted. */
const differ = (other: ReturnType<typeof record>) => differingChannels(base, other).toSorted();
const sorted = (names: readonly Channel[]) => [...names].toSorted();

test('the reference is worth comparing: attack and customers are there', () => {
  expect(attackLines(base).length).toBeGreaterThan(5000);
  expect(channel(base, 'home').reduce((a, b) => a + b, 0)).toBeGreaterThan(500_000);
});

test('decisions on paper, enrichments and holds change no count at all', () => {
  const paper: Order[] = [
    order(ACT, 'legal-hold'),
    order(ACT, 'enrich', { name: 'token-issued' }),
    order(ACT, 'enrich', { name: 'canary' }),
    order(ACT, 'notify-regulator', { rule: 'kr-network-48-3' }),
    { at: ACT, body: { do: 'declare', severity: 'critical' } },
    { at: ACT, body: { do: 'verdict', alert: 'any', verdict: 'true' } },
    { at: ACT, body: { do: 'file', rule: 'kr-pipa-34-regulator' } },
  ];
  for (const each of paper) expect(differ(under([each])), JSON.stringify(each.body)).toEqual([]);
  expect(under(paper).run.checksum()).not.toBe(base.run.checksum());
});

test('canary accounts change what quality assurance does, and not one request of the attack', () => {
  const planted = under([order(ACT, 'canary-accounts', { count: 10_000 })], 12 * DAY_MS);
  const plain = under([], 12 * DAY_MS);
  expect(attackLines(planted)).toEqual(attackLines(plain));
  expect(differingChannels(plain, planted)).toEqual(['qaCanary']);
});

test('a block changes nothing before it, and after it only who is refused', () => {
  const source = formatIp(base.run.world.state.totals.sources[3]!);
  const blocked = under([
    order(ACT, 'block-address', { address: '100.64.0.0/11' }),
    order(ACT, 'block-address', { address: source }),
  ]);
  const effective = ACT + 10 * 60_000;
  expect(differingChannels(base, blocked, effective)).toEqual([]);
  const touched = differ(blocked);
  const untouched: Channel[] = [
    'home',
    'search',
    'cart',
    'other',
    'logins',
    'loginFailures',
    'hostileLogins',
    'sessionsMobile',
    'sessionsWeb',
    'sessionsForeign',
    'partnerAddressList',
    'partnerOrderList',
    'missingSubjects',
    'lookups',
    'jobs',
    'contacts',
    'mails',
  ];
  for (const name of untouched) expect(touched, name).not.toContain(name);
  const sum = (r: typeof base, a: Channel, b: Channel) => {
    const [x, y] = [channel(r, a), channel(r, b)];
    return x.map((n, i) => n + y[i]!);
  };
  for (const page of ['addressList', 'addressEdit', 'myInfo', 'orderList'] as const) {
    expect(sum(blocked, page, `${page}Refused`), page).toEqual(sum(base, page, `${page}Refused`));
  }
  expect(sum(blocked, 'orders', 'lostOrders')).toEqual(sum(base, 'orders', 'lostOrders'));
  expect(touched).toContain('addressListRefused');
});

test('the lanes that are not blocked go on with the same requests', () => {
  const source = base.run.world.state.totals.sources[0]!;
  const address = formatIp(source);
  const blocked = under([order(ACT, 'block-address', { address })], ACT + 6 * HOUR_MS);
  const others = (r: typeof base) =>
    attackLines(r).filter(
      (line) =>
        Number(line.split(' ')[0]) < (ACT + 6 * HOUR_MS) / TICK_MS &&
        line.split(' ')[5] !== String(source),
    );
  expect(others(blocked)).toEqual(others(base));
});

test('telling people brings contacts and mails, nothing else', () => {
  const told = under([order(ACT, 'notify-people')]);
  expect(differ(told)).toContain('contacts');
  expect(['contacts', 'mails']).toEqual(expect.arrayContaining(differ(told)));
  expect(differingChannels(base, told, ACT + DAY_MS)).toEqual([]);
});

test('a check at the gateway changes what the attack is told, not what it asks or what customers do', () => {
  const checked = under([order(ACT, 'check-subject-exists')]);
  expect(differ(checked)).toEqual(sorted(['attackNotFound', 'attackRefused']));
  expect(channel(checked, 'attackAttempts')).toEqual(channel(base, 'attackAttempts'));
});

test('a key that signs instead of another one leaves customers as they were until it takes over', () => {
  const rotated = under([order(ACT, 'rotate-key', { mode: 'overlap' })]);
  const takesOver = ACT + 4 * HOUR_MS + 23 * HOUR_MS;
  expect(differingChannels(base, rotated, takesOver)).toEqual([]);
  const touched = differ(rotated);
  for (const name of ['home', 'logins', 'sessionsMobile', 'lookups'] as const)
    expect(touched).not.toContain(name);
  expect(touched).toContain('signingKey');
});

test('an actor more or less moves no other', () => {
  const cases: [{ [knob in KnobName]?: number }, readonly Channel[]][] = [
    [{ 'world.stuffing_episodes': 60 }, ['hostileLogins']],
    [{ 'world.missing_subject_jobs': 0 }, ['missingSubjects']],
    [{ 'world.contact_share': 0 }, ['contacts', 'mails']],
    [{ 'world.share_search': 400_000 }, ['search']],
    [{ 'world.orders_per_day': 3_000_000 }, ['orders', 'contacts', 'mails']],
    [{ 'world.agent_lookups': 20 }, ['lookups']],
    [{ 'world.login_share': 60_000 }, ['logins', 'loginFailures']],
  ];
  for (const [set, channels] of cases) {
    const other = differ(withKnobs(set));
    expect(other, JSON.stringify(set)).toEqual(sorted(channels));
  }
});

test('another attacker is no other shop', () => {
  const sets: { [knob in KnobName]?: number }[] = [
    { 'attacker.shuffled': 1 },
    { 'attacker.real_id_list': 1 },
    { 'attacker.sources': 160 },
    { 'attacker.address_views': 9_000_000 },
  ];
  for (const set of sets) {
    const touched = differ(withKnobs(set));
    for (const name of touched)
      expect(ATTACK_CHANNELS, `${JSON.stringify(set)} touched ${name}`).toContain(name);
  }
});

test('a member is read the same way whoever else is tried', () => {
  const all = base.frames.flatMap(({ attack }) =>
    Array.from({ length: attack.length }, (_, i) => [
      attack.subject[i]!,
      attack.endpoint[i]!,
      attack.status[i]!,
    ]),
  );
  const listed = withKnobs({ 'attacker.real_id_list': 1 }).frames.flatMap(({ attack }) =>
    Array.from({ length: attack.length }, (_, i) => [
      attack.subject[i]!,
      attack.endpoint[i]!,
      attack.status[i]!,
    ]),
  );
  expect(listed).toEqual(all.filter(([, , status]) => status === 200));
});

test('the mail comes on the same minute whatever the team did not undo', () => {
  const at = (orders: Order[]) =>
    record(
      { scenario: shortScenario(), seed: SEED, scale: 100_000 },
      FIRST_MAIL + DAY_MS,
      orders,
    ).run.events.find((e) => e.kind === 'inject.sent')!.at;
  expect(at([])).toBe(FIRST_MAIL);
  expect(at([order(ACT, 'logout', { cohort: '25%' })])).toBe(FIRST_MAIL);
});
