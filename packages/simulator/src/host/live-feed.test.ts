// Goal: a watcher hears of everything that changes what its screen says, and of nothing twice.
import { HOUR_MS, TICK_MS } from '@dwell/core';
import { expect, test, vi } from 'vitest';
import type { Alert } from '../detection/alert-tracker.ts';
import type { ClockView, LiveMessage } from '../router/types.ts';
import { AlertBook } from './alert-book.ts';
import { type LiveSource, liveFeed } from './live-feed.ts';
import type { LiveItem } from './service.ts';

const STILL: ClockView = {
  state: 'paused',
  speed: 60,
  anchorSim: 10 * HOUR_MS + 30 * TICK_MS,
  anchorWallMs: 0,
  now: 10 * HOUR_MS,
  slowed: false,
};

/** A source whose clock can be changed, and the clocks its feed has told. */
function watched(alerts = bookOf([]), lastId: string | null = null, alertsPaceMs = 0) {
  let clock = STILL;
  let listener = () => {};
  const source: LiveSource = {
    closed: false,
    hours: [],
    events: [],
    alerts,
    clock: () => clock,
    build: () => ({ state: 'ready', progress: 1, secondsLeft: null, records: 0 }),
    responses: () => [],
    watch: (callback) => {
      listener = callback;
      return () => {};
    },
  };
  const stop = new AbortController();
  const feed = liveFeed(source, lastId, stop.signal, { paceMs: 0, alertsPaceMs });
  return {
    set(change: Partial<ClockView>): void {
      clock = { ...clock, ...change };
      listener();
    },
    stop: () => stop.abort(),
    changed: () => listener(),
    /** The id and message of the next telling of alerts. */
    async alerts() {
      for (;;) {
        const { value } = await feed.next();
        const { id, message } = value as LiveItem;
        if (message.kind === 'alerts')
          return { id, ids: message.alerts.map((row) => row.id), reset: message.reset === true };
      }
    },
    async next(): Promise<LiveMessage> {
      const { value } = await feed.next();
      return (value as { message: LiveMessage }).message;
    },
  };
}

for (const state of ['paused', 'playing'] as const) {
  test(`a clock that is ${state} is told again when its world has come to it, within the same hour too`, async () => {
    const feed = watched();
    feed.set({ state });
    const first = [await feed.next(), await feed.next(), await feed.next()];
    expect(first.map(({ kind }) => kind)).toEqual(['build', 'responses', 'clock']);
    const told = feed.next();
    feed.set({ now: STILL.now + 10 * TICK_MS });
    feed.set({ now: STILL.anchorSim - TICK_MS / 2 });
    expect(await told).toMatchObject({
      kind: 'clock',
      clock: { now: STILL.anchorSim - TICK_MS / 2 },
    });
    feed.stop();
  });
}

const alert = (number: number, at: number, rule = 'a'): Alert => ({
  rule,
  number,
  group: { src_ip: '10.0.0.1' },
  firstMs: number,
  lastMs: at,
  events: 1,
  raisedAt: 1,
  firstAttackMs: null,
});
const bookOf = (alerts: readonly Alert[], wallMs = 1) => {
  const book = new AlertBook({ scale: 1, startMs: 0, leadMs: 0 }, () => wallMs);
  book.take(alerts, 0);
  return book;
};

test('alerts are told once each time they change, and a reader who comes back hears what it missed', async () => {
  const book = bookOf([alert(1, 1), alert(2, 2)]);
  const feed = watched(book);
  const first = await feed.alerts();
  expect(first).toMatchObject({ ids: ['a/1', 'a/2'], reset: true });
  book.take([alert(1, 3), alert(2, 2)], 0);
  feed.changed();
  const second = await feed.alerts();
  expect(second).toMatchObject({ ids: ['a/1'], reset: false });
  feed.stop();
  book.take([alert(3, 4)], 0);
  const back = watched(book, first.id);
  expect(await back.alerts()).toMatchObject({ ids: ['a/1', 'a/3'], reset: false });
  back.stop();
});

test('a reader of another telling gets all alerts anew, also when there are none any more', async () => {
  const before = bookOf([alert(1, 1), alert(2, 2)]);
  const { id } = await watched(before).alerts();
  const other = bookOf([alert(1, 1, 'b')], 2);
  expect(await watched(other, id).alerts()).toMatchObject({ ids: ['b/1'], reset: true });
  before.clear();
  expect(await watched(before, id).alerts()).toMatchObject({ ids: [], reset: true });
});

test('many alerts come in pieces of which only the first voids what was told', async () => {
  const book = bookOf(Array.from({ length: 450 }, (_, n) => alert(n, n)));
  const feed = watched(book);
  const pieces = [await feed.alerts(), await feed.alerts(), await feed.alerts()];
  expect(pieces.map(({ ids, reset }) => [ids.length, reset])).toEqual([
    [200, true],
    [200, false],
    [50, false],
  ]);
  expect(new Set(pieces.flatMap(({ ids }) => ids)).size).toBe(450);
  feed.stop();
});

test('alerts that go on are told at their own pace, and the last change is not forgotten', async () => {
  vi.useFakeTimers();
  const book = bookOf([alert(1, 1)]);
  const feed = watched(book, null, 1_000);
  expect((await feed.alerts()).ids).toEqual(['a/1']);
  let told = false;
  const next = feed.alerts().then(({ ids }) => {
    told = true;
    return ids;
  });
  for (let at = 2; at < 10; at++) {
    book.take([alert(1, at)], 0);
    feed.changed();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(told).toBe(false);
  await vi.advanceTimersByTimeAsync(400);
  expect(await next).toEqual(['a/1']);
  expect(book.get('a/1')!.lastAt).toBe(9);
  feed.stop();
  vi.useRealTimers();
});
