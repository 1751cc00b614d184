import type { SimTime } from '@dwell/core';

/** A discrete thing to happen: total order (at, priority, sequence). `name` and `data` are plain, so a queue can be saved. */
export type Timer = {
  at: SimTime;
  priority: number;
  sequence: number;
  name: string;
  data: TimerData;
};
export type TimerData = { readonly [key: string]: string | number };

export type TimerQueue = { next: number; items: Timer[] };

export function emptyQueue(): TimerQueue {
  return { next: 1, items: [] };
}

function before(a: Timer, b: Timer): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.priority !== b.priority) return a.priority < b.priority;
  return a.sequence < b.sequence;
}

/** Puts a timer in its place; lower priority numbers go first at the same time. */
export function schedule(
  queue: TimerQueue,
  at: SimTime,
  name: string,
  data: TimerData = {},
  priority = 5,
): Timer {
  const timer = { at, priority, sequence: queue.next++, name, data };
  let place = queue.items.length;
  while (place > 0 && before(timer, queue.items[place - 1]!)) place--;
  queue.items.splice(place, 0, timer);
  return timer;
}

/** Takes out the first timer due at or before `now`. */
export function takeDue(queue: TimerQueue, now: SimTime): Timer | undefined {
  return queue.items.length > 0 && queue.items[0]!.at <= now ? queue.items.shift() : undefined;
}
