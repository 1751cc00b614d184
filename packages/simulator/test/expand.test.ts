// Goal: log records are a pure function of a day's counts, and make sense one by one.
import { DAY_MS, HOUR_MS, MINUTE_MS, TICK_MS } from '@dwell/core';
import { PRINCIPAL_BASE, exists, networkOf, populationKey, type NetworkKind } from '@dwell/shop';
import { TABLE_CLASSES } from '@dwell/telemetry';
import { expect, test, vi } from 'vitest';
import { CH, CHANNEL_COUNT } from '../src/world/channels.ts';
import { Expander } from '../src/world/emit/expand.ts';
import { order, record, type Order } from './support/runs.ts';
import {
  firstTicks,
  recordsOf,
  type AuthRecord,
  type HttpRecord,
  type Records,
} from './support/records.ts';
import { shortScenario } from './support/scenarios.ts';

vi.setConfig({ testTimeout: 120_000 });

const LABEL = { benign: 0, attack: 1, partner: 2, job: 3, quality: 4, late: 5 } as const;
const scenario = shortScenario('insider-key', { 'world.late_issuer_lines': 2000 });
/** A little of everything: canaries, a throttled source, blocks, a revoked key with its storm. */
const orders: Order[] = [
  order(DAY_MS, 'canary-accounts', { count: 10_000 }),
  order(2.5 * DAY_MS, 'rate-limit', { per: 'source', limit: 200 }),
  order(3 * DAY_MS, 'rotate-key', { mode: 'hard' }),
  order(3.2 * DAY_MS, 'block-address', { address: '100.64.0.0/13' }),
];
const input = { scenario, seed: 42, scale: 1000 };
const world = record(input, 4 * DAY_MS, orders);
const population = populationKey(input.seed);
const { residue } = world.run.world;
const days = new Map<number, Records>();
function day(n: number): Records {
  let found = days.get(n);
  if (!found) days.set(n, (found = recordsOf(input, world.frames[n]!)));
  return found;
}
const line = (row: object) => JSON.stringify(row);

test('a day is the same alone, in sequence, and by another expander', () => {
  const one = new Expander(input);
  for (const n of [0, 1, 2]) recordsOf(input, world.frames[n]!, one);
  expect(line(recordsOf(input, world.frames[3]!, one))).toBe(line(day(3)));
  expect(line(recordsOf(input, world.frames[3]!))).toBe(line(day(3)));
  expect(line(recordsOf(input, world.frames[1]!, one)), 'backwards').toBe(line(day(1)));
  expect(day(3).http.length).toBeGreaterThan(50_000);
});

test('the first part of a day gives the first part of its records', () => {
  const frame = world.frames[3]!;
  const whole = new Map<string, number>();
  const { http, auth, minutes } = day(3);
  for (const row of [...http, ...auth]) whole.set(line(row), (whole.get(line(row)) ?? 0) + 1);
  for (const ticks of [1, 61, 700, 1439]) {
    const part = recordsOf(input, firstTicks(frame, ticks));
    const strangers = [...part.http, ...part.auth].filter((row) => !whole.has(line(row)));
    expect(strangers.slice(0, 3), `${ticks} ticks`).toEqual([]);
    expect(part.minutes).toEqual(minutes.slice(0, ticks));
    const from = scenario.calendar.startMs + frame.firstTick * TICK_MS;
    const early = http.filter(({ time }) => time < from + (ticks - 1) * TICK_MS).length;
    expect(part.http.length).toBeGreaterThanOrEqual(early);
  }
  expect(line(recordsOf(input, firstTicks(frame, 1440)))).toBe(line(day(3)));
});

test('as many records of each class as the world counted, and the minutes add up to them', () => {
  const made: { [classUid: string]: number } = {};
  const add = (table: string, n: number) =>
    (made[TABLE_CLASSES[table]!] = (made[TABLE_CLASSES[table]!] ?? 0) + n);
  for (let n = 0; n < world.frames.length; n++) {
    const { http, auth, rows, minutes } = day(n);
    add('http_activity', http.length);
    add('authentication', auth.length);
    for (const { table } of rows) add(table, 1);
    for (const endpoint of [1, 2, 3, 4]) {
      const rowsOf = http.filter((row) => row.endpoint === endpoint);
      const counted = (of: 'requests' | 'errors') =>
        minutes.reduce((sum, minute) => sum + minute[of][endpoint - 1]!, 0);
      expect(counted('requests'), `day ${n}, endpoint ${endpoint}`).toBe(rowsOf.length);
      expect(counted('errors'), `day ${n}, endpoint ${endpoint}`).toBe(
        rowsOf.filter((row) => row.status !== 200).length,
      );
    }
  }
  expect(made).toEqual(world.run.world.recordCounts());
});

test('a half day is counted as it is made', () => {
  const half = record(input, 2.5 * DAY_MS + 17 * MINUTE_MS, orders);
  const made: { [classUid: string]: number } = {};
  for (const frame of half.frames) {
    const { http, auth, rows } = recordsOf(input, frame);
    for (const [table, n] of [
      ['http_activity', http.length],
      ['authentication', auth.length],
    ] as const) {
      made[TABLE_CLASSES[table]!] = (made[TABLE_CLASSES[table]!] ?? 0) + n;
    }
    for (const { table } of rows)
      made[TABLE_CLASSES[table]!] = (made[TABLE_CLASSES[table]!] ?? 0) + 1;
  }
  expect(made).toEqual(half.run.world.recordCounts());
});

test('every record lies within its day', () => {
  for (const n of [0, 2, 3]) {
    const from = scenario.calendar.startMs + world.frames[n]!.firstTick * TICK_MS;
    const { http, auth, rows } = day(n);
    const times = [...http, ...auth, ...rows.map(({ row }) => row as { time: number })].map(
      ({ time }) => time,
    );
    expect(
      times.filter((time) => !((time >= from && time < from + DAY_MS) || time === from + DAY_MS)),
    ).toEqual([]);
    expect(times.every((time) => Number.isInteger(time))).toBe(true);
    expect(
      times.filter((time) => time >= from + DAY_MS),
      `day ${n} spills over`,
    ).toEqual([]);
  }
});

const members = () => [1, 2, 3].flatMap((n) => day(n).http);
const signIns = () => [0, 1, 2, 3].flatMap((n) => day(n).auth);
const show = (rows: readonly object[]) => rows.slice(0, 3).map(line);

test('accounts are of the sample, and exist unless somebody asks for a number that does not', () => {
  const outside = members().filter(({ target }) => target % input.scale !== residue);
  expect(show(outside)).toEqual([]);
  const missing = members().filter(({ target }) => !exists(population, target));
  expect(missing.length).toBeGreaterThan(100);
  expect(
    show(missing.filter(({ label }) => label !== LABEL.attack && label !== LABEL.job)),
  ).toEqual([]);
  expect(
    show(members().filter((row) => row.exists !== (exists(population, row.target) ? 1 : 0))),
  ).toEqual([]);
  const people = signIns().filter(({ account }) => account < PRINCIPAL_BASE);
  expect(
    show(
      people.filter(
        ({ account }) => account % input.scale !== residue || !exists(population, account),
      ),
    ),
  ).toEqual([]);
});

test('a token is used within an hour after its record of issue, unless it is forged or its line came late', () => {
  const issued = new Map<string, number>();
  for (const { account, token, activity, outcome, time } of signIns()) {
    if (token > 0 && outcome === 0 && activity !== 1) issued.set(`${account} ${token}`, time);
  }
  const holder = ({ principal, target }: HttpRecord) =>
    principal === 0 ? target : PRINCIPAL_BASE + principal;
  const life = scenario.knobs['token.life_minutes'] * MINUTE_MS;
  const wrong: string[] = [];
  let [late, forged] = [0, 0];
  for (const row of members()) {
    const at = issued.get(`${holder(row)} ${row.token}`);
    if (row.label === LABEL.attack) {
      forged++;
      if (row.issued !== 0) wrong.push(`forged as issued ${line(row)}`);
    } else if (row.label === LABEL.late) {
      late++;
      if (row.issued !== 0) wrong.push(`late as issued ${line(row)}`);
    } else if (at === undefined) wrong.push(`never issued ${line(row)}`);
    else if (row.time < at) wrong.push(`${at - row.time} ms before its issue ${line(row)}`);
    else if (row.time > at + life) wrong.push(`after its life ${line(row)}`);
  }
  expect(forged).toBeGreaterThan(1000);
  expect(late).toBeGreaterThan(10);
  expect(`${wrong.length} wrong: ${wrong.slice(0, 3).join('; ')}`).toBe('0 wrong: ');
});

test('tokens are numbered below 2^25, and name the minute they were issued in', () => {
  for (const { token } of [...members(), ...signIns()]) expect(token < 2 ** 25).toBe(true);
  const { startMs } = scenario.calendar;
  const ahead = signIns().filter(
    ({ token, time }) => token > 0 && startMs + Math.floor(token / 16) * MINUTE_MS > time,
  );
  expect(show(ahead)).toEqual([]);
});

test('a session keeps its address, device and key', () => {
  const opened = new Map<string, AuthRecord[]>();
  for (const row of signIns()) {
    if (row.token === 0) continue;
    const key = `${row.account} ${row.token}`;
    opened.set(key, [...(opened.get(key) ?? []), row]);
  }
  const strange = members().filter(
    (row) =>
      row.principal === 0 &&
      row.label !== LABEL.attack &&
      !opened
        .get(`${row.target} ${row.token}`)
        ?.some((s) => s.source === row.source && s.agent === row.agent && s.kid === row.kid),
  );
  expect(show(strange)).toEqual([]);
});

test('traffic comes from where it should', () => {
  const kinds = (rows: readonly { source: number }[]) => {
    const found: { [kind in NetworkKind]?: number } = {};
    for (const { source } of rows)
      found[networkOf(source).kind] = (found[networkOf(source).kind] ?? 0) + 1 / rows.length;
    return found;
  };
  const of = (fits: (row: HttpRecord) => boolean) => kinds(members().filter(fits));
  const customers = of(({ principal, label }) => principal === 0 && label !== LABEL.attack);
  expect(Object.keys(customers).toSorted()).toEqual([
    'carrier',
    'foreign',
    'home',
    'hosting',
    'office',
  ]);
  expect(customers.foreign).toBeCloseTo(0.02, 2);
  expect(customers.hosting).toBeCloseTo(0.003, 2);
  expect(customers.carrier).toBeCloseTo(0.76 * 0.98 * 0.8, 1);
  expect(of(({ label }) => label === LABEL.partner)).toEqual({ partner: expect.closeTo(1, 5) });
  expect(of(({ label }) => label === LABEL.job)).toEqual({ batch: expect.closeTo(1, 5) });
  expect(Object.keys(of(({ label }) => label === LABEL.attack)).toSorted()).toEqual([
    'carrier',
    'hosting',
  ]);
  const failures = kinds(signIns().filter(({ outcome, label }) => outcome === 1 && label === 0));
  expect(Object.keys(failures).toSorted()).toEqual(Object.keys(customers).toSorted());
  expect(failures.hosting).toBeLessThan(0.05);
});

test('refused requests name the check that refused them, served ones none', () => {
  const all = members();
  expect(
    show(all.filter(({ status, check }) => (status === 200) !== (check === 0) && status !== 404)),
  ).toEqual([]);
  expect(
    new Set(all.filter(({ check }) => check > 0).map(({ check }) => check)).size,
  ).toBeGreaterThan(1);
  const { counts, ticks } = world.frames[3]!;
  let refused = 0;
  for (let k = 0; k < ticks; k++) {
    for (const name of [
      'addressListRefused',
      'addressEditRefused',
      'myInfoRefused',
      'orderListRefused',
    ] as const) {
      refused += counts[k * CHANNEL_COUNT + CH[name]]!;
    }
  }
  expect(
    day(3).http.filter(
      ({ check, principal, label }) => check > 0 && principal === 0 && label !== LABEL.attack,
    ),
  ).toHaveLength(refused);
});

test('canaries are marked wherever they are read, and only the attack and QA read them', () => {
  const canaries = new Set(world.run.world.state.canaries);
  expect(canaries.size).toBeGreaterThan(1000);
  const all = [2, 3].flatMap((n) => day(n).http);
  expect(show(all.filter(({ target, canary }) => (canary === 1) !== canaries.has(target)))).toEqual(
    [],
  );
  const readers = new Set(all.filter(({ canary }) => canary === 1).map(({ label }) => label));
  expect(readers).toContain(LABEL.attack);
  for (const label of readers) expect([LABEL.attack, LABEL.quality]).toContain(label);
});

test('the same customers do the same things whether there is an attack or not', () => {
  const quiet = record(
    {
      ...input,
      scenario: shortScenario('insider-key', {
        'world.late_issuer_lines': 2000,
        'attacker.real_id_list': 1,
      }),
    },
    3 * DAY_MS,
  );
  const plain = record(input, 3 * DAY_MS);
  const honest = (r: typeof plain) =>
    recordsOf(input, r.frames[2]!)
      .http.filter(({ label }) => label !== LABEL.attack)
      .map(line);
  expect(honest(quiet)).toEqual(honest(plain));
  expect(plain.frames[2]!.attack.length).toBeGreaterThan(quiet.frames[2]!.attack.length);
});

test('look-alikes are there: deep links, nightly jobs, partners with volume', () => {
  const customers = members().filter(
    ({ principal, label }) => principal === 0 && label === LABEL.benign,
  );
  const direct = customers.filter(({ pagesBefore }) => pagesBefore === 0).length / customers.length;
  expect(direct).toBeGreaterThan(0.01);
  expect(direct).toBeLessThan(0.06);
  const jobs = members().filter(({ label }) => label === LABEL.job).length / 3;
  expect(jobs).toBeGreaterThan(30);
  expect(jobs).toBeLessThan(75);
  const night = day(2)
    .rows.filter(({ table }) => table === 'datastore_activity')
    .map(({ row }) => row['time'] as number);
  const hours = night.map((time) =>
    Math.floor(((time - scenario.calendar.startMs) % DAY_MS) / HOUR_MS),
  );
  expect(hours.filter((hour) => hour >= 1 && hour < 5).length).toBeGreaterThan(15);
});
