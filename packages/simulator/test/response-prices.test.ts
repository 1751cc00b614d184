// Goal: every response has its lead time, its price and its side effects on honest customers, and its preview tells them.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@dwell/core';
import { formatIp, networkOf } from '@dwell/shop';
import { expect, test, vi } from 'vitest';
import { Run } from '../src/run/run.ts';
import { RESPONSES } from '../src/response/catalogue.ts';
import type { Channel } from '../src/world/channels.ts';
import { channel, differingChannels, order, record, total, type Order } from './support/runs.ts';
import { shortScenario } from './support/scenarios.ts';

vi.setConfig({ testTimeout: 120_000 });

const ACT = 3 * DAY_MS;
const END = ACT + 10 * DAY_MS;
const input = { scenario: shortScenario(), seed: 42, scale: 1000 };
const done = new Map<string, ReturnType<typeof record>>();
/** A run under orders to ten days after the act, kept. */
function under(orders: Order[] = []): ReturnType<typeof record> {
  const key = JSON.stringify(orders);
  let found = done.get(key);
  if (!found) done.set(key, (found = record(input, END, orders)));
  return found;
}
const base = under();
const sources = base.run.world.state.totals.sources;
const carrier = formatIp(
  sources.find((source) => networkOf(source).kind === 'carrier') ?? 0x64400001,
);
const totals = (r: typeof base) => r.run.world.state.totals;
const harm = (r: typeof base) => r.run.summary().harm;

type Params = { [name: string]: string | number };
/** Lead time in hours and price in thousand won of every response (FACTS §6: 60 000 won an analyst hour). */
const TABLE: [string, Params, number, number][] = [
  ['revoke-token', { account: 1234 }, 5 / 60, 30],
  ['deny-list', { from: 1, to: 100_000 }, 5 / 60, 30],
  ['block-address', { address: carrier }, 10 / 60, 30],
  ['block-address', { address: '100.64.0.0/16' }, 10 / 60, 30],
  ['rate-limit', { per: 'source', limit: 60 }, 1, 120],
  ['rate-limit', { per: 'source', limit: 400 }, 1, 120],
  ['rate-limit', { per: 'token', limit: 10 }, 1, 120],
  ['rate-limit', { per: 'endpoint', limit: 20_000 }, 1, 120],
  ['check-subject-exists', {}, 8, 960],
  ['check-issuance', {}, 72, 3600],
  ['rotate-key', { mode: 'overlap' }, 4, 240],
  ['rotate-key', { mode: 'hard' }, 1, 240],
  ['remove-key-copies', {}, 48, 2400],
  ['logout', { cohort: 'all' }, 1, 120],
  ['logout', { cohort: '25%' }, 1, 120],
  ['legal-hold', {}, 0.5, 60],
  ['canary-accounts', { count: 1000 }, 2, 120],
  ['enrich', { name: 'token-issued' }, 24, 3480],
  ['enrich', { name: 'key-custodian' }, 4, 3480],
  ['notify-people', {}, 24, 1440],
  ['notify-regulator', { rule: 'kr-network-48-3' }, 2, 360],
];

test('the table covers every response of the catalogue but restore; rules have prices of their own', () => {
  const covered = new Set(TABLE.map(([id]) => id));
  const rest = RESPONSES.filter(({ id }) => !covered.has(id));
  expect(rest.map(({ id }) => id)).toEqual(['restore', 'deploy-rule', 'retire-rule']);
  const before = new Run(input);
  const { leadMs, priceWon } = before.preview('retire-rule', { name: 'x' });
  expect([leadMs, priceWon]).toEqual([HOUR_MS / 12, 0]);
});

test.each(TABLE)(
  '%s %j: lead time, price, and a preview of the right sign',
  (id, params, leadHours, thousandWon) => {
    const before = new Run(input);
    before.advance(ACT);
    const preview = before.preview(id, params);
    expect(preview.leadMs).toBe(Math.round(leadHours * HOUR_MS));
    expect(preview.priceWon).toBe(thousandWon * 1000);
    expect(preview.effectiveAt).toBe(ACT + preview.leadMs);

    const r = under([order(ACT, id, params)]);
    expect(r.run.events.find((event) => event.kind === 'response.effective')!.at).toBe(
      preview.effectiveAt,
    );
    expect(totals(r).spentWon).toBe(preview.priceWon);
    expect(
      differingChannels(base, r, preview.effectiveAt),
      'nothing before the lead time is over',
    ).toEqual([]);

    const { customersLockedOut, verifiersFailing, expectedLostOrders, expectedContacts } =
      preview.blast;
    const after = totals(r);
    expect(expectedLostOrders > 0, `lost orders ${after.lostMilliOrders / 1000}`).toBe(
      after.lostMilliOrders > 0,
    );
    expect(expectedContacts > 0, `contacts ${after.extraMilliContacts / 1000}`).toBe(
      after.extraMilliContacts > 0,
    );
    if (customersLockedOut > 0) expect(after.lockedOutMilliHours).toBeGreaterThan(0);
    if (customersLockedOut + verifiersFailing === 0 && expectedLostOrders === 0)
      expect(after.lockedOutMilliHours).toBe(0);
  },
);

test('what happens is about as much as the preview said', () => {
  const ratio = (id: string, params: Params, days: number) => {
    const before = new Run(input);
    before.advance(ACT);
    const { expectedLostOrders, expectedContacts } = before.preview(id, params).blast;
    const after = totals(under([order(ACT, id, params)]));
    return [
      after.lostMilliOrders / 1000 / (expectedLostOrders * days),
      after.extraMilliContacts / 1000 / (expectedContacts * days),
    ];
  };
  const close = (got: number | undefined) => {
    expect(got).toBeGreaterThan(0.5);
    expect(got).toBeLessThan(1.5);
  };
  close(ratio('rotate-key', { mode: 'overlap' }, 1)[0]);
  // Two thirds of the loss fall into these ten days; the last customers take a month.
  for (const figure of ratio('rotate-key', { mode: 'hard' }, 1)) close(figure);
  for (const figure of ratio('logout', { cohort: '25%' }, 1)) close(figure);
  // Standing measures are previewed by the day.
  close(ratio('deny-list', { from: 1, to: 100_000 }, 10)[0]);
  close(ratio('rate-limit', { per: 'source', limit: 60 }, 10)[0]);
  close(ratio('notify-people', {}, 1)[1]);
});

test('a hard revocation logs everybody out: a storm of logins, fewer of them right at first, calls to the desk', () => {
  const r = under([order(ACT, 'rotate-key', { mode: 'hard' })]);
  const from = ACT + HOUR_MS;
  const sum = (x: typeof base, names: Channel[], days: [number, number]) =>
    total(x, names, from + days[0] * DAY_MS, from + days[1] * DAY_MS);
  const logins = sum(r, ['logins'], [0, 1]) / sum(base, ['logins'], [0, 1]);
  expect(logins).toBeGreaterThan(10);
  expect(logins).toBeLessThan(20);
  const success = (x: typeof base) =>
    sum(x, ['logins'], [0, 1]) / sum(x, ['logins', 'loginFailures'], [0, 1]);
  expect(success(base)).toBeCloseTo(0.92, 1);
  expect(success(r)).toBeCloseTo(0.8, 1);
  const checkout = sum(r, ['orders'], [0, 1]) / sum(base, ['orders'], [0, 1]);
  expect(checkout).toBeLessThan(0.95);
  expect(checkout).toBeGreaterThan(0.8);
  const out = (hours: number) =>
    r.run.hours.find(({ at }) => at === from + hours * HOUR_MS)!.lockedOut / 15_900_000;
  expect(out(0)).toBeGreaterThan(0.9);
  expect(1 - out(23)).toBeCloseTo(0.6, 1);
  expect(1 - out(71)).toBeCloseTo(0.85, 1);
  const contacts = totals(r).extraMilliContacts / 1000 / 15_900_000;
  expect(contacts).toBeGreaterThan(0.005);
  expect(contacts).toBeLessThan(0.02);
  expect(total(under([order(ACT, 'rotate-key', { mode: 'overlap' })]), ['logins'], 0, END)).toBe(
    total(base, ['logins'], 0, END),
  );
});

test('pinned verifiers refuse one honest request in twenty until they are redeployed', () => {
  const r = under([order(ACT, 'rotate-key', { mode: 'hard' })]);
  const refused: Channel[] = ['addressListRefused', 'myInfoRefused', 'orderListRefused'];
  const asked: Channel[] = ['addressList', 'myInfo', 'orderList', ...refused];
  const share = (from: number, to: number) => {
    const [a, b] = [ACT + (1 + from) * HOUR_MS, ACT + (1 + to) * HOUR_MS];
    return total(r, refused, a, b) / total(r, asked, a, b);
  };
  expect(share(0, 6)).toBeGreaterThan(0.035);
  expect(share(0, 6)).toBeLessThan(0.06);
  expect(share(12, 18)).toBeLessThan(share(0, 6));
  expect(share(24, 30)).toBeLessThan(share(12, 18));
  expect(share(36.5, 200)).toBe(0);
  expect(share(-48, 0)).toBe(0);
});

test('a blocked carrier address locks out the three hundred customers behind it, a rented machine hardly anybody', () => {
  const hours = (address: string) =>
    harm(under([order(ACT, 'block-address', { address })])).customer_hours_locked_out;
  const behind = hours('100.64.0.1') / (10 * 24 - 1 / 6);
  expect(behind / 0.47).toBeGreaterThan(295);
  expect(behind / 0.47).toBeLessThan(320);
  expect(hours(formatIp(sources[0]!))).toBeLessThan(hours('100.64.0.1') / 200);
});

test('a network holds as many customers as really shop from it', () => {
  const before = new Run(input);
  before.advance(ACT);
  const behind = (address: string) =>
    before.preview('block-address', { address }).blast.customersLockedOut;
  // Half of all members have the first carrier, a fifth the third.
  expect(behind('100.64.0.0/11') / 33_673_817).toBeCloseTo(0.5, 1);
  expect(behind('100.112.0.0/12') / 33_673_817).toBeLessThan(0.3);
  expect(behind('100.64.0.0/24')).toBeLessThan(10_000);
});

test('a limit by source throttles carriers and partners', () => {
  const r = under([order(ACT, 'rate-limit', { per: 'source', limit: 60 })]);
  expect(total(r, ['partnerRefused'], ACT, END)).toBeGreaterThan(0);
  expect(total(r, ['addressListRefused'], ACT, END)).toBeGreaterThan(0);
  expect(total(r, ['lostOrders'], ACT, END)).toBeGreaterThan(0);
  const [paid, free] = [total(r, ['orders'], ACT, END), total(base, ['orders'], ACT, END)];
  expect(paid + total(r, ['lostOrders'], ACT, END)).toBe(free);
});

test('half a percent of the people told get in touch, over eight days', () => {
  const r = under([order(ACT, 'notify-people')]);
  const told = ACT + DAY_MS;
  const extra = (from: number, to: number) =>
    1000 * (total(r, ['contacts'], from, to) - total(base, ['contacts'], from, to));
  expect(extra(told, told + 8 * DAY_MS) / 33_700_000).toBeCloseTo(0.005, 3);
  expect(extra(0, told)).toBe(0);
  expect(Math.abs(extra(told + 8 * DAY_MS + MINUTE_MS, END))).toBeLessThan(2000);
  expect(harm(r).support_contacts).toBeGreaterThan(168_000 * 0.99);
});

test('an order taken back within its lead time never happened', () => {
  const taken = record(input, END, [
    order(ACT, 'rotate-key', { mode: 'hard' }),
    { at: ACT + 30 * MINUTE_MS, body: { do: 'withdraw', sequence: 1 } },
    order(ACT + HOUR_MS, 'check-issuance'),
    { at: ACT + 40 * HOUR_MS, body: { do: 'withdraw', sequence: 3 } },
  ]);
  expect(differingChannels(base, taken)).toEqual([]);
  expect(totals(taken)).toEqual({ ...totals(base), records: totals(taken).records });
  expect(taken.run.responses().map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  expect(taken.run.world.state.keys).toEqual(base.run.world.state.keys);
});

test('an order that has taken effect, or was never given, cannot be taken back', () => {
  const run = new Run(input, { commands: [] });
  const request = (sequence: number) => ({
    by: 'tester',
    role: 'identity',
    body: { do: 'withdraw' as const, sequence },
  });
  expect(() => run.submit(request(1))).toThrow(/nothing to take back/);
  run.accept(
    run.submit({
      by: 'tester',
      role: 'forensics',
      body: { do: 'respond', response: 'legal-hold', params: {} },
    }),
  );
  run.advance(31 * MINUTE_MS);
  expect(() => run.submit(request(1))).toThrow(/nothing to take back/);
});

test('restore lifts what was laid on, and customers come back', () => {
  const orders = [
    order(ACT, 'block-address', { address: '100.64.0.0/11' }),
    order(ACT, 'rate-limit', { per: 'endpoint', limit: 20_000 }),
  ];
  const lifted = [
    order(ACT + DAY_MS, 'restore', { what: 'block' }),
    order(ACT + DAY_MS, 'restore', { what: 'rate-limit' }),
  ];
  const [stay, back] = [under(orders), under([...orders, ...lifted])];
  const refused = (r: typeof base) =>
    channel(r, 'orderListRefused')
      .slice((ACT + DAY_MS + 15 * MINUTE_MS) / MINUTE_MS)
      .some((n) => n > 0);
  expect(refused(stay)).toBe(true);
  expect(refused(back)).toBe(false);
  expect(totals(back).spentWon - totals(stay).spentWon).toBe(120_000);
});

test('a held day of logs costs storage, and doing nothing costs nothing', () => {
  expect(harm(base).cost_total).toBe(0);
  const held = under([order(ACT, 'legal-hold')]);
  expect(harm(held).cost_total).toBe(60_000 + 10 * 2_000_000);
});
