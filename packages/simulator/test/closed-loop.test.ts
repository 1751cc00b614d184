// Goal: what a team does changes what the attacker can do, as the physics of tokens, keys and caches say.
import { DAY_MS, HOUR_MS, MINUTE_MS, TICK_MS, parseTime } from '@dwell/core';
import { formatIp, principalSubject } from '@dwell/shop';
import { expect, test, vi } from 'vitest';
import { BULK_PRINCIPAL } from '../src/attack/bulk-token.ts';
import { Run } from '../src/run/run.ts';
import type { KnobName } from '../src/scenario/knobs.ts';
import { loadPlaybook } from '../src/scenario/playbook.ts';
import {
  ATTACK_CHANNELS,
  SERVED_CHANNELS,
  attackLines,
  channel,
  differingChannels,
  order,
  record,
  total,
  type Order,
} from './support/runs.ts';
import { SECOND_DAY, SHORT_RUN, scenarioOf, shortScenario } from './support/scenarios.ts';

// A whole run takes a second, and many times that on a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const SCALE = 1000;
const ACT = 3 * DAY_MS;
type Set = { readonly [knob in KnobName]?: number };
const minted = (orders: Order[] = [], set: Set = {}, until = SHORT_RUN) =>
  record({ scenario: shortScenario('insider-key', set), seed: 42, scale: SCALE }, until, orders);
const bulk = (orders: Order[] = [], until = 8 * DAY_MS) =>
  record({ scenario: shortScenario('insider-bulk-token'), seed: 42, scale: SCALE }, until, orders);
const base = minted();
const served = (r: typeof base, from: number, to = SHORT_RUN) =>
  total(r, SERVED_CHANNELS, from, to);
const attempts = (r: typeof base, from: number, to = SHORT_RUN) =>
  total(r, ['attackAttempts'], from, to);
const events = (r: typeof base, kind: string) =>
  r.run.events.filter((event) => event.kind === kind);

test('containment on the second day loses less than a twentieth of doing nothing; prevention loses nothing', () => {
  const scenario = scenarioOf('insider-key');
  const input = { scenario, seed: 42, scale: 10_000 };
  const until = (playbook: string, date: string) => {
    const run = new Run(input, { playbook: loadPlaybook(playbook, scenario) });
    run.advance(parseTime(date, scenario.calendar, 'test'));
    return run;
  };
  const second = until(SECOND_DAY, '2025-05-15');
  expect(second.world.state.attacker.mode).toBe('gone');
  expect(second.summary().loss.accounts).toBeGreaterThan(0);
  expect(second.summary().loss.accounts_scaled * 20).toBeLessThan(33_673_817);
  const prevented = until('prevent', '2025-02-20');
  expect(prevented.world.state.attacker.mode).toBe('gone');
  expect(prevented.summary().loss.accounts).toBe(0);
});

test('a hard revocation ends forged reads only when caches and pinned verifiers are gone', () => {
  const r = minted(
    [order(ACT, 'remove-key-copies'), order(ACT + 3 * DAY_MS, 'rotate-key', { mode: 'hard' })],
    { 'key.copy_missed': 0 },
  );
  const revoked = ACT + 3 * DAY_MS + HOUR_MS;
  const before = served(r, revoked - 6 * HOUR_MS, revoked) / 360;
  // Caches of ten minutes: most of the forged tokens go at once, none before its verifier looks again.
  expect(served(r, revoked, revoked + 5 * MINUTE_MS) / 5).toBeGreaterThan(before * 0.3);
  const pinned = (from: number, to: number) =>
    served(r, revoked + from * HOUR_MS, revoked + to * HOUR_MS) / ((to - from) * 60);
  const [early, middle, late] = [pinned(0.25, 12), pinned(12, 24), pinned(24, 36)];
  expect(early).toBeLessThan(before * 0.08);
  expect(early).toBeGreaterThan(before * 0.02);
  expect(middle).toBeLessThan(early);
  expect(late).toBeLessThan(middle);
  expect(late).toBeGreaterThan(0);
  expect(served(r, revoked + 36 * HOUR_MS + 10 * MINUTE_MS)).toBe(0);
  const closed = events(r, 'attacker.closed')[0]!.at;
  expect(closed).toBeGreaterThan(revoked + 30 * HOUR_MS);
  expect(closed).toBeLessThanOrEqual(revoked + 36 * HOUR_MS + 10 * MINUTE_MS);
  expect(r.run.world.state.attacker.closedAt).toBe(closed);
  expect(events(r, 'attacker.returned')).toHaveLength(0);
});

test.each(['hard', 'overlap'])(
  'a %s rotation without removing the copies only buys the lag',
  (mode) => {
    const r = minted([order(ACT, 'rotate-key', { mode })]);
    const closed = events(r, 'attacker.closed')[0]!.at;
    const returned = events(r, 'attacker.returned')[0]!;
    expect(returned.at - closed).toBe(30 * MINUTE_MS + 72 * HOUR_MS);
    expect(returned.values['key']).toBe(2);
    expect(served(r, closed, returned.at)).toBe(0);
    const rate = served(r, returned.at + HOUR_MS) / (SHORT_RUN - returned.at - HOUR_MS);
    const undisturbed = served(base, returned.at) / (SHORT_RUN - returned.at);
    expect(rate).toBeGreaterThan(undisturbed * 0.9);
    expect(attackLines(r).at(-1)!.endsWith(' 2')).toBe(true);
  },
);

test('a rotation with overlap leaves forged tokens alone for a day', () => {
  const r = minted([order(ACT, 'rotate-key', { mode: 'overlap' })]);
  const published = ACT + 4 * HOUR_MS;
  const redeploying =
    served(r, published, published + 24 * HOUR_MS) /
    served(base, published, published + 24 * HOUR_MS);
  expect(redeploying).toBe(1);
  expect(
    served(r, published + 24 * HOUR_MS + 15 * MINUTE_MS, published + 34 * HOUR_MS),
  ).toBeLessThan(
    served(base, published + 24 * HOUR_MS + 15 * MINUTE_MS, published + 34 * HOUR_MS) * 0.05,
  );
});

test('a copy that the search missed lets him return all the same', () => {
  const orders = [
    order(ACT, 'remove-key-copies'),
    order(ACT + 3 * DAY_MS, 'rotate-key', { mode: 'hard' }),
  ];
  expect(
    events(minted(orders, { 'key.copy_missed': 1_000_000 }), 'attacker.returned'),
  ).toHaveLength(1);
  expect(events(minted(orders, { 'key.copy_missed': 0 }), 'attacker.returned')).toHaveLength(0);
});

test('asking whether the subject exists ends the 57 % and none of the harm', () => {
  const r = minted([order(ACT, 'check-subject-exists')]);
  const effective = ACT + 8 * HOUR_MS;
  expect(total(r, ['attackNotFound'], effective, SHORT_RUN)).toBe(0);
  const refused = total(r, ['attackRefused'], effective, SHORT_RUN);
  expect(refused).toBe(total(base, ['attackNotFound'], effective, SHORT_RUN));
  expect(refused).toBeGreaterThan(1000);
  for (const page of SERVED_CHANNELS) expect(channel(r, page)).toEqual(channel(base, page));
});

test('asking whether the token was issued ends forgery at once, and sooner when prepared', () => {
  for (const [prepared, days] of [
    [0, 3],
    [1, 1],
  ] as const) {
    const r = minted([order(ACT, 'check-issuance')], { 'response.issuance_prepared': prepared });
    const effective = ACT + days * DAY_MS;
    expect(served(r, effective)).toBe(0);
    expect(served(r, effective - HOUR_MS, effective)).toBeGreaterThan(0);
    expect(total(r, ['attackRefused'], effective, effective + 30 * MINUTE_MS)).toBeGreaterThan(0);
    expect(attempts(r, effective + 31 * MINUTE_MS)).toBe(0);
  }
});

test('when the check is taken back the attacker is back too', () => {
  const r = minted([
    order(ACT, 'check-issuance'),
    order(ACT + 4 * DAY_MS, 'restore', { what: 'check' }),
  ]);
  const restored = ACT + 4 * DAY_MS + 10 * MINUTE_MS;
  expect(served(r, ACT + 3 * DAY_MS, restored)).toBe(0);
  expect(served(r, restored)).toBeGreaterThan(0);
  const client = principalSubject(BULK_PRINCIPAL);
  const lifted = bulk([
    order(ACT, 'revoke-token', { account: client }),
    order(ACT + DAY_MS, 'restore', { what: 'block' }),
  ]);
  expect(served(lifted, ACT + 5 * MINUTE_MS, ACT + DAY_MS)).toBe(0);
  expect(served(lifted, ACT + 4 * DAY_MS, 8 * DAY_MS)).toBeGreaterThan(0);
});

test('sixteen blocked addresses bring silence, then sixteen others at half the pace', () => {
  const sources = base.run.world.state.totals.sources;
  expect(sources).toHaveLength(16);
  const r = minted(
    sources.map((source) => order(ACT, 'block-address', { address: formatIp(source) })),
  );
  const blocked = ACT + 10 * MINUTE_MS;
  expect(served(r, blocked, blocked + 6 * HOUR_MS)).toBe(0);
  expect(total(r, ['attackRefused'], blocked, blocked + 30 * MINUTE_MS)).toBeGreaterThan(10);
  expect(attempts(r, blocked + 31 * MINUTE_MS, blocked + 6 * HOUR_MS)).toBe(0);
  const after = served(r, blocked + 6 * HOUR_MS, blocked + 54 * HOUR_MS);
  const before = served(r, blocked - 20 * HOUR_MS, blocked) / 20;
  expect(after / 48 / before).toBeGreaterThan(0.42);
  expect(after / 48 / before).toBeLessThan(0.58);
  const addresses = (from: number, to: number) =>
    new Set(
      attackLines(r)
        .map((line) => line.split(' ').map(Number))
        .filter(([tick]) => tick! * TICK_MS >= from && tick! * TICK_MS < to)
        .map((line) => line[5]!),
    );
  const [old, fresh] = [addresses(0, blocked), addresses(blocked + 6 * HOUR_MS, SHORT_RUN)];
  expect(old.size).toBe(16);
  expect([...fresh].filter((source) => old.has(source))).toEqual([]);
  expect(r.run.summary().loss.sources).toBe(32);
});

test('a blocked network of rented machines slows him, but he finds his way around it', () => {
  const r = minted([order(ACT, 'block-address', { address: '198.18.0.0/15' })]);
  const blocked = ACT + 10 * MINUTE_MS;
  const rate = (from: number, to: number) => served(r, from, to) / served(base, from, to);
  expect(rate(blocked, blocked + 6 * HOUR_MS)).toBeLessThan(0.35);
  const later = rate(blocked + 2 * DAY_MS, SHORT_RUN);
  expect(later).toBeGreaterThan(0.08);
  expect(later).toBeLessThan(0.6);
  const lanes = r.run.world.state.attacker.blockedLanes;
  expect(lanes).toEqual([]);
});

test('numbers refused by a block are tried again from the next address: nobody is skipped', () => {
  const source = formatIp(base.run.world.state.totals.sources[0]!);
  const r = minted([order(ACT, 'block-address', { address: source })], {}, 6 * DAY_MS);
  const lane = (x: typeof base) =>
    attackLines(x)
      .map((line) => line.split(' ').map(Number))
      .filter((line) => line[1]! < 4_800_000 && line[3] === 200)
      .map((line) => line[1]);
  const [slow, all] = [lane(r), lane(base)];
  expect(slow.length).toBeGreaterThan(100);
  expect(slow).toEqual(all.slice(0, slow.length));
});

test('a limit by token does nothing to minted tokens and stops the bulk token', () => {
  const limit = [order(ACT, 'rate-limit', { per: 'token', limit: 100 })];
  expect(
    differingChannels(base, minted(limit)).filter((name) => ATTACK_CHANNELS.includes(name)),
  ).toEqual([]);
  const [free, limited] = [bulk(), bulk(limit)];
  const effective = ACT + HOUR_MS;
  const rate = served(limited, effective, 8 * DAY_MS) / served(free, effective, 8 * DAY_MS);
  expect(rate).toBeLessThan(0.04);
  const after = effective + 25 * HOUR_MS;
  expect(attempts(limited, after, 8 * DAY_MS)).toBeLessThan(
    attempts(free, after, 8 * DAY_MS) * 0.04,
  );
  expect(
    total(limited, ['attackRefused'], after, 8 * DAY_MS),
    'he stays under it once he has felt it',
  ).toBeLessThanOrEqual(2);
});

test('a limit by source slows sixteen addresses, and not ten thousand', () => {
  const limit = [order(ACT, 'rate-limit', { per: 'source', limit: 60 })];
  const felt = minted(limit);
  const effective = ACT + HOUR_MS;
  expect(served(felt, effective) / served(base, effective)).toBeLessThan(0.4);
  expect(events(felt, 'attacker.slowed')[0]!.at).toBe(effective + 24 * HOUR_MS);
  const many = { 'attacker.sources': 10_000 } as const;
  const [free, spread] = [minted([], many), minted(limit, many)];
  expect(attackLines(spread)).toEqual(attackLines(free));
});

test('revoking the bulk principal’s token ends it, revoking a member’s does nothing', () => {
  const subject = principalSubject(BULK_PRINCIPAL);
  const revoked = bulk([order(ACT, 'revoke-token', { account: subject })]);
  expect(served(revoked, ACT + 5 * MINUTE_MS, 8 * DAY_MS)).toBe(0);
  expect(served(revoked, 0, ACT + 5 * MINUTE_MS)).toBe(served(bulk(), 0, ACT + 5 * MINUTE_MS));
  expect(revoked.run.summary().dwell.contained).not.toBeNull();
  const member = bulk([order(ACT, 'revoke-token', { account: 1234 })]);
  expect(served(member, 0, 8 * DAY_MS)).toBe(served(bulk(), 0, 8 * DAY_MS));
});

test('a range on the deny list refuses the tokens of its subjects', () => {
  const r = minted([order(ACT, 'deny-list', { from: 1, to: 5_000_000 })]);
  const lines = attackLines(r)
    .map((line) => line.split(' ').map(Number))
    .filter(([tick]) => tick! * TICK_MS >= ACT + 5 * MINUTE_MS);
  const inside = lines.filter(([, subject]) => subject! <= 5_000_000);
  expect(inside.length).toBeGreaterThan(50);
  expect(new Set(inside.map(([, , , status]) => status))).toEqual(new Set([401]));
  expect(lines.some(([, subject, , status]) => subject! > 5_000_000 && status === 200)).toBe(true);
});

test('the bulk token’s subject is the client, not the members it reads', () => {
  const everyone = bulk([order(ACT, 'deny-list', { from: 1, to: 77_673_817 })]);
  expect(served(everyone, ACT + HOUR_MS, 8 * DAY_MS)).toBe(
    served(bulk(), ACT + HOUR_MS, 8 * DAY_MS),
  );
  const client = principalSubject(BULK_PRINCIPAL);
  const ranged = bulk([order(ACT, 'deny-list', { from: client - 5, to: client + 5 })]);
  expect(served(ranged, ACT + HOUR_MS, 8 * DAY_MS)).toBe(0);
});

test('logging everybody out does not stop a forged token', () => {
  const r = minted([order(ACT, 'logout', { cohort: 'all' })]);
  expect(attackLines(r)).toEqual(attackLines(base));
});

test('shut out for good he gives up, and writes his threat at once', () => {
  const r = minted([order(ACT, 'check-issuance')], { 'attacker.patience_days': 2 });
  const gone = events(r, 'attacker.gone')[0]!;
  expect(gone.at).toBe(ACT + 3 * DAY_MS + 30 * MINUTE_MS + 2 * DAY_MS);
  expect(events(r, 'inject.sent').map(({ at, values }) => [at, values['id']])).toEqual([
    [gone.at, 'first-mail'],
  ]);
  expect(attempts(r, gone.at)).toBe(0);
});

test('a thousand canaries meet the attack within its first day, whatever the scale', () => {
  for (const scale of [100, 1000, 10_000]) {
    const r = record({ scenario: shortScenario(), seed: 42, scale }, 4 * DAY_MS, [
      order(0, 'canary-accounts', { count: 1000 }),
    ]);
    const touched = events(r, 'canary.touched');
    expect(touched[0]!.at - 2 * DAY_MS, `1:${scale}`).toBeLessThan(DAY_MS);
    expect(new Set(touched.map(({ values }) => values['account'])).size).toBe(touched.length);
  }
});
