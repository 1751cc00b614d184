// Goal: a watcher hears of everything that changes what its screen says, and of nothing twice.
import { HOUR_MS, TICK_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import type { ClockView, LiveMessage } from '../router/types.ts';
import { type LiveSource, liveFeed } from './live-feed.ts';

const STILL: ClockView = {
  state: 'paused',
  speed: 60,
  anchorSim: 10 * HOUR_MS + 30 * TICK_MS,
  anchorWallMs: 0,
  now: 10 * HOUR_MS,
  slowed: false,
};

/** A source whose clock can be changed, and the clocks its feed has told. */
function watched() {
  let clock = STILL;
  let listener = () => {};
  const source: LiveSource = {
    closed: false,
    hours: [],
    events: [],
    clock: () => clock,
    build: () => ({ state: 'ready', progress: 1, secondsLeft: null, records: 0 }),
    responses: () => [],
    watch: (callback) => {
      listener = callback;
      return () => {};
    },
  };
  const stop = new AbortController();
  const feed = liveFeed(source, null, stop.signal, 0);
  return {
    set(change: Partial<ClockView>): void {
      clock = { ...clock, ...change };
      listener();
    },
    stop: () => stop.abort(),
    async next(): Promise<LiveMessage> {
      const { value } = await feed.next();
      return (value as { message: LiveMessage }).message;
    },
  };
}

test('a still clock is told again when its world has come to it, within the same hour too', async () => {
  const feed = watched();
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
