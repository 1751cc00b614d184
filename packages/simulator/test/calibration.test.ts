// Goal: left alone, the shipped scenario gives the published figures, at any scale.
import { DAY_MS, HOUR_MS, TICKS_PER_DAY, dayOf, parseTime } from '@dwell/core';
import { expect, test, vi } from 'vitest';
import { Run } from '../src/run/run.ts';
import { CH, CHANNEL_COUNT } from '../src/world/channels.ts';
import type { DayFrame } from '../src/world/day-frame.ts';
import { rhythm } from '../src/world/rhythm.ts';
import { record, total } from './support/runs.ts';
import { scenarioOf, shortScenario } from './support/scenarios.ts';

// A whole run takes a second, and many times that on a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const scenario = scenarioOf('insider-key');
const { calendar, knobs } = scenario;
const days = scenario.run.to / DAY_MS;
const PEAK_DAY = dayOf(calendar, parseTime('2025-05-26T12:00', calendar, 'test'));

type Left = { run: Run; peak: DayFrame; scale: number; seed: number };
const done = new Map<string, Left>();

/** The scenario with nobody acting, with the frame of the peak day. */
function left(scale: number, seed = 42): Left {
  const key = `${scale} ${seed}`;
  let found = done.get(key);
  if (!found) {
    let peak: DayFrame | null = null;
    const run = new Run(
      { scenario, seed, scale },
      { onDay: (frame) => void (frame.day === PEAK_DAY && (peak = frame)) },
    );
    run.advance(scenario.run.to);
    done.set(key, (found = { run, peak: peak!, scale, seed }));
  }
  return found;
}

/** Traffic of the whole run in mean days, and how many of its days are promotions. */
function traffic(seed: number): { meanDays: number; promotions: number } {
  const clock = rhythm(seed, calendar, knobs['world.promotion_factor']);
  let meanDays = 0;
  let promotions = 0;
  for (let day = 0; day < days; day++) {
    meanDays += clock.day(day) / 1e6;
    promotions += clock.isPromotion(day) ? 1 : 0;
  }
  return { meanDays, promotions };
}

/** Null when a figure lies within a distance of what is expected, else what is wrong. */
function off(got: number, expected: number, distance: number): string | null {
  return Math.abs(got - expected) <= distance ? null : `${got}, expected ${expected} ± ${distance}`;
}

const SCALES = [
  [10_000, 42],
  [1000, 42],
  [100, 7],
] as const;

test.each(SCALES)(
  '1:%i, seed %i: what the world does not draw is within a hundredth',
  (scale, seed) => {
    const { loss, dwell } = left(scale, seed).run.summary();
    const near = (got: number, full: number, what: string) =>
      expect(off(got * scale, full, full / 100), what).toBeNull();
    near(loss.accounts, 33_673_817, 'accounts');
    near(loss.profile_views, 33_673_817, 'profile views');
    near(loss.nonexistent_subjects, 44_000_000, 'missing subjects');
    expect(loss.accounts_scaled).toBe(loss.accounts * scale);
    expect(loss.sources).toBe(16);
    expect(dwell.days_undetected).toBe(208);
    expect(dwell.attack_started).toBe('2025-04-14T00:00:00+09:00');
    expect(dwell.attack_ended).toBe('2025-11-08T12:00:00+09:00');
    expect(dwell.contained).toBeNull();
    expect(off(loss.peak_requests_per_day_scaled, 6_300_000, 630_000), 'peak day').toBeNull();
  },
);

test.each(SCALES)(
  '1:%i, seed %i: what is drawn lies within three standard deviations',
  (scale, seed) => {
    const { loss } = left(scale, seed).run.summary();
    const members = loss.accounts;
    const p = (148_056_502 / 33_673_817 - 3) / 3;
    expect(
      off(
        loss.address_list_views,
        (148_056_502 * members) / 33_673_817,
        3 * Math.sqrt(3 * p * (1 - p) * members),
      ),
      'address lists',
    ).toBeNull();
    expect(
      off(loss.address_edit_views, 50_474 / scale, 3 * Math.sqrt(50_474 / scale)),
      'address edits',
    ).toBeNull();
    expect(
      off(loss.order_list_views, 102_682 / scale, 3 * Math.sqrt(102_682 / scale)),
      'order lists',
    ).toBeNull();
    expect(
      off(loss.non_members, 4_330_000 / scale, 3 * Math.sqrt((3 * 4_330_000) / scale)),
      'non-members',
    ).toBeNull();
    const fields = loss.by_field;
    expect(fields['name']).toBe(members);
    expect(fields['email']).toBe(loss.profile_views);
    expect(fields['door_code'] ?? 0).toBe(loss.address_edit_views);
  },
);

test.each(SCALES)('1:%i, seed %i: log records by class follow the daily users', (scale, seed) => {
  const { run } = left(scale, seed);
  const { by_class, total: all } = run.summary().log_records;
  const { loss } = run.summary();
  const { meanDays, promotions } = traffic(seed);
  const ppm = (
    name:
      | 'world.share_address_list'
      | 'world.share_order_list'
      | 'world.share_my_info'
      | 'world.share_address_edit',
  ) => knobs[name] / 1e6;
  const users = knobs['world.daily_users'] / scale;
  const sessions = users * 2 * meanDays;
  const failures = run.hours.reduce((sum, hour) => sum + hour.loginFailures, 0) / scale;
  const tokens = by_class['3002']! - failures - 15 * 24 * days;
  expect(off(tokens / 2, sessions, 3 * Math.sqrt(sessions)), 'sessions').toBeNull();
  const shared = 0.07 * (ppm('world.share_address_list') + ppm('world.share_order_list'));
  const pages =
    ppm('world.share_address_list') +
    ppm('world.share_order_list') +
    ppm('world.share_my_info') +
    ppm('world.share_address_edit');
  const calls = users * 80 * (pages - shared) * meanDays;
  const partners = users * 80 * shared * (days + promotions * ((1.7 * 4 * 4) / 24));
  const jobs = (50_000 / scale) * days;
  const expected = calls + partners + jobs + loss.attack_requests;
  expect(
    off(
      by_class['4002']!,
      expected,
      // Chance, sessions that come in whole, and 354 days whose mix of pages wobbles.
      3 * Math.sqrt(expected + (calls * calls) / sessions + (calls * 4.5e-4) ** 2),
    ),
    'requests',
  ).toBeNull();
  const mails = (4_100_000 * 0.055 * 0.05 * meanDays) / scale;
  expect(off(by_class['4009']! - 2, mails, 3 * Math.sqrt(mails * 1.1) + 10), 'mails').toBeNull();
  const nightly = 30 * days + (20 / 24 / 7) * days;
  expect(off(by_class['6005']!, nightly, 3 * Math.sqrt(nightly)), 'jobs').toBeNull();
  expect(Object.values(by_class).reduce((a, b) => a + b, 0)).toBe(all);
});

test('the mix of pages wobbles from day to day by more than chance, and alike at every scale', () => {
  const shares = (scale: number) => {
    const recorded = record({ scenario: shortScenario(), seed: 5, scale }, 12 * DAY_MS);
    return Array.from({ length: 12 }, (_, day) => {
      const sum = (name: 'orderList' | 'home') =>
        total(recorded, [name], day * DAY_MS, (day + 1) * DAY_MS);
      return sum('orderList') / sum('home') / ((0.04 * 0.93) / 0.15);
    });
  };
  const [fine, coarse] = [shares(20), shares(100)];
  const spread = Math.sqrt(fine.reduce((sum, x) => sum + (x - 1) ** 2, 0) / 12);
  expect(spread).toBeGreaterThan(0.006);
  expect(spread).toBeLessThan(0.025);
  fine.forEach((x, day) => expect(x).toBeCloseTo(coarse[day]!, 2));
});

test('about 55 million records at 1:1000, and as many times more as accounts at 1:100', () => {
  const small = left(1000).run.summary().log_records.total;
  expect(off(small, 55e6, 4e6), 'records').toBeNull();
  expect(
    off(left(100, 7).run.summary().log_records.total / 10, small, small / 100),
    'records at 1:100',
  ).toBeNull();
});

test('the attack’s peak is half a percent of all calls, and a fifth to a quarter of address lists', () => {
  const { run, peak } = left(1000);
  const of = run.hours.filter(({ at }) => Math.floor(at / DAY_MS) === PEAK_DAY);
  expect(of).toHaveLength(24);
  const all = of.reduce((sum, hour) => sum + hour.requests.reduce((a, b) => a + b, 0), 0);
  const attack = of.reduce((sum, hour) => sum + hour.truth!.attackRequests, 0);
  expect(off((attack / all) * 100, 0.5, 0.1), 'percent of all calls').toBeNull();
  const lists = of.reduce((sum, hour) => sum + hour.requests[1]!, 0);
  let attackLists = 0;
  for (let i = 0; i < peak.attack.length; i++) if (peak.attack.endpoint[i] === 1) attackLists++;
  const share = (attackLists * 1000) / lists;
  expect(share).toBeGreaterThan(0.18);
  expect(share).toBeLessThan(0.27);
});

test('traffic follows the published hours of the day', () => {
  const sums = Array.from({ length: 24 }, () => 0);
  for (const hour of left(1000).run.hours) sums[(hour.at / HOUR_MS) % 24]! += hour.requests[6]!;
  const mean = sums.reduce((a, b) => a + b, 0) / 24;
  const published = {
    0: 104,
    5: 22,
    9: 75,
    10: 103,
    12: 142,
    13: 151,
    14: 149,
    15: 145,
    20: 132,
    21: 134,
    22: 133,
    23: 123,
  };
  for (const [hour, index] of Object.entries(published))
    expect(off((sums[Number(hour)]! / mean) * 100, index, 3), `${hour}h`).toBeNull();
});

test('a promotion day is about twice a mean day, Thursday to Sunday a few percent more than the rest', () => {
  const clock = rhythm(42, calendar, knobs['world.promotion_factor']);
  const byDay = Array.from({ length: days }, () => 0);
  for (const hour of left(1000).run.hours)
    byDay[Math.floor(hour.at / DAY_MS)]! += hour.requests[6]!;
  const mean = (chosenIf: (day: number) => boolean) => {
    const chosen = byDay.filter((_, day) => chosenIf(day));
    return chosen.reduce((a, b) => a + b, 0) / chosen.length;
  };
  const plain = mean((day) => !clock.isPromotion(day));
  expect(off(mean((day) => clock.isPromotion(day)) / plain, 2.2, 0.15), 'promotion').toBeNull();
  // The run starts on a Sunday.
  const late = mean((day) => !clock.isPromotion(day) && [0, 4, 5, 6].includes(day % 7));
  const early = mean((day) => !clock.isPromotion(day) && [1, 2, 3].includes(day % 7));
  expect(off(late / early, 1.06, 0.03), 'weekend').toBeNull();
});

test('a forged token of a member reads 4.4 address lists; 57 % of forged subjects are nobody', () => {
  const { run, peak } = left(1000);
  const served = new Map<string, number>();
  const subjects = { known: new Set<number>(), missing: new Set<number>() };
  for (let i = 0; i < peak.attack.length; i++) {
    const { subject, tick, status, endpoint } = peak.attack;
    (status[i] === 404 ? subjects.missing : subjects.known).add(subject[i]!);
    const token = `${subject[i]} ${tick[i]}`;
    if (endpoint[i] === 1 && status[i] === 200) served.set(token, (served.get(token) ?? 0) + 1);
  }
  const views = [...served.values()];
  expect(
    off(views.reduce((a, b) => a + b, 0) / views.length, 4.4, 0.1),
    'views a token',
  ).toBeNull();
  expect(Math.max(...views)).toBeLessThanOrEqual(6);
  const { loss } = run.summary();
  expect(
    off(loss.nonexistent_subjects / (loss.nonexistent_subjects + loss.accounts), 0.5664, 0.006),
    'missing of all',
  ).toBeNull();
  expect(
    off(subjects.missing.size / (subjects.missing.size + subjects.known.size), 0.5664, 0.03),
    'missing on the peak day',
  ).toBeNull();
});

test('spring reads addresses, summer reads profiles, January only tries', () => {
  const { run } = left(10_000);
  const lost = (date: string) => {
    const at = parseTime(date, calendar, 'test');
    return run.hours.find((hour) => hour.at + HOUR_MS === at)!.truth!.accountsLost;
  };
  expect(lost('2025-04-13T12:00') / 33_673_817).toBeLessThan(0.001);
  expect(lost('2025-07-01T12:00')).toBe(run.summary().loss.accounts_scaled);
  const phases = run.events
    .filter((event) => event.kind === 'attacker.crawls')
    .map((event) => event.values['phase']);
  expect(phases).toEqual(['addresses', 'profile']);
  expect(run.events.filter((event) => event.kind === 'attacker.tests')).toHaveLength(10);
});

test('the bulk token reads everybody once in ten days from one address', () => {
  const bulk = scenarioOf('insider-bulk-token');
  const run = new Run({ scenario: bulk, seed: 42, scale: 10_000 }, { keep: false });
  run.advance(parseTime('2025-06-14', bulk.calendar, 'test'));
  const { loss } = run.summary();
  expect(off(loss.accounts_scaled, 33_673_817, 336_738), 'accounts').toBeNull();
  expect(loss.sources).toBe(1);
  expect(loss.nonexistent_subjects).toBe(0);
  expect(
    off(loss.attack_requests, loss.accounts * 2, loss.accounts * 0.02),
    'one profile and one address list each',
  ).toBeNull();
});

test('stuffing makes about a third of sign-in records while it lasts', () => {
  const recorded = record(
    {
      scenario: shortScenario('insider-key', { 'world.stuffing_episodes': 60 }),
      seed: 9,
      scale: 1000,
    },
    6 * DAY_MS,
  );
  let [hostile, signIns] = [0, 0];
  for (const { counts, ticks } of recorded.frames) {
    for (let k = 0; k < ticks; k++) {
      const at = (name: keyof typeof CH) => counts[k * CHANNEL_COUNT + CH[name]]!;
      if (at('hostileLogins') === 0) continue;
      hostile += at('hostileLogins');
      signIns +=
        2 * (at('sessionsMobile') + at('sessionsWeb') + at('sessionsForeign')) +
        at('loginFailures');
    }
  }
  expect(hostile).toBeGreaterThan(1000);
  expect(off(hostile / (hostile + signIns), 0.34, 0.12), 'share of hostile sign-ins').toBeNull();
  const failures = total(recorded, ['loginFailures'], 0, 6 * DAY_MS);
  const logins = total(recorded, ['logins'], 0, 6 * DAY_MS);
  expect(off(logins / (logins + failures), 0.92, 0.01), 'first-try success').toBeNull();
  expect(off((logins * 1000) / 6, 795_000, 60_000), 'logins a day').toBeNull();
  expect(recorded.frames[0]!.ticks).toBe(TICKS_PER_DAY);
});
