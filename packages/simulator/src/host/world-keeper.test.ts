import { expect, test } from 'vitest';
import type { WorldEvents } from './world-handle.ts';
import { WorldKeeper } from './world-keeper.ts';
import { NO_NEWS, type WorldHandle } from './world-protocol.ts';

// Goal: one world at a time, started again when it dies, given up when it dies again and again.

function kept() {
  const begun: WorldEvents[] = [];
  const heard: number[] = [];
  const ended: number[] = [];
  const state = { givenUp: false };
  const keeper = new WorldKeeper({
    name: 'test',
    wall: () => 0,
    begin: async (events, track) => {
      const number = begun.push(events);
      const world = { end: async () => void ended.push(number) } as unknown as WorldHandle;
      track(world);
      await Promise.resolve();
      return world;
    },
    onPost: (post) => heard.push(post.now),
    onReady: () => undefined,
    onGivenUp: () => (state.givenUp = true),
  });
  return { keeper, begun, heard, ended, state };
}

test('however many ask, one world is started', async () => {
  const { keeper, begun } = kept();
  const [one, two] = await Promise.all([keeper.get(), keeper.get()]);
  expect(one).toBe(two);
  expect(begun).toHaveLength(1);
});

test('a world that died is started again, and what the dead one still says is not heard', async () => {
  const { keeper, begun, heard } = kept();
  await keeper.get();
  begun[0]!.onPost({ ...NO_NEWS, now: 1 });
  begun[0]!.onLost('killed');
  begun[0]!.onPost({ ...NO_NEWS, now: 2 });
  await keeper.get();
  begun[1]!.onPost({ ...NO_NEWS, now: 3 });
  expect(begun).toHaveLength(2);
  expect(heard).toEqual([1, 3]);
});

test('a world that dies again and again is given up until somebody asks', async () => {
  const { keeper, begun, state } = kept();
  await keeper.get();
  for (let death = 0; death < 5; death++) {
    expect(state.givenUp).toBe(false);
    begun.at(-1)!.onLost('killed');
    if (keeper.alive) await keeper.get();
  }
  expect(state.givenUp).toBe(true);
  expect(keeper.alive).toBe(false);
  await keeper.get();
  expect(begun).toHaveLength(6);
});

test('a world given up while it starts is ended and nobody is handed it', async () => {
  const { keeper, ended } = kept();
  const asked = keeper.get();
  await keeper.rest();
  await expect(asked).rejects.toMatchObject({ code: 'RUN_CLOSED' });
  expect(ended).toEqual([1]);
  expect(keeper.world).toBeNull();
});
