import type { SimTime } from '@dwell/core';
import type { Command, CommandBody } from '../../src/run/command.ts';
import { Run, type RunInput } from '../../src/run/run.ts';
import { loadPlaybook } from '../../src/scenario/playbook.ts';
import { CH, CHANNEL_COUNT, CHANNELS, type Channel } from '../../src/world/channels.ts';
import type { DayFrame } from '../../src/world/day-frame.ts';
import { scenarioOf } from './scenarios.ts';

/** A run that has got somewhere, with every day it made (the open one last). */
export type Recorded = { run: Run; frames: readonly DayFrame[] };

/** An order given at a simulated time. */
export type Order = { at: SimTime; body: CommandBody };

/** The order to do a response. */
export function order(
  at: SimTime,
  response: string,
  params: { [name: string]: string | number } = {},
): Order {
  return { at, body: { do: 'respond', response, params } };
}

/** Orders as a world log, in the order of their times. */
export function logOf(orders: readonly Order[]): Command[] {
  return orders
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, body }, i) => ({
      sequence: i + 1,
      at,
      by: 'tester',
      role: 'identity',
      body,
    }));
}

/** Runs to a time under orders, keeping every day's frame. */
export function record(input: RunInput, until: SimTime, orders: readonly Order[] = []): Recorded {
  const frames: DayFrame[] = [];
  const run = new Run(input, {
    commands: logOf(orders),
    onDay: (frame) => void frames.push(frame),
  });
  run.advance(until);
  if (run.world.frame.ticks > 0) frames.push(run.world.frame);
  return { run, frames };
}

/** Counts of one channel, one a tick of the whole run. */
export function channel({ frames }: Recorded, name: Channel): number[] {
  const counts: number[] = [];
  for (const frame of frames) {
    for (let k = 0; k < frame.ticks; k++) counts.push(frame.counts[k * CHANNEL_COUNT + CH[name]]!);
  }
  return counts;
}

/** Sum of channels over simulated time [from, to). */
export function total(
  recorded: Recorded,
  names: readonly Channel[],
  from: SimTime,
  to: SimTime,
): number {
  let sum = 0;
  for (const name of names) {
    const counts = channel(recorded, name);
    for (let tick = Math.ceil(from / 60_000); tick < Math.min(counts.length, to / 60_000); tick++)
      sum += counts[tick]!;
  }
  return sum;
}

/** Names of the channels in which two runs differ anywhere before `until`, levels included. */
export function differingChannels(
  one: Recorded,
  two: Recorded,
  until: SimTime = Number.MAX_SAFE_INTEGER,
): Channel[] {
  return CHANNELS.filter((name) => {
    const [a, b] = [channel(one, name), channel(two, name)];
    const ticks = Math.min(a.length, b.length, until / 60_000);
    for (let tick = 0; tick < ticks; tick++) if (a[tick] !== b[tick]) return true;
    return until === Number.MAX_SAFE_INTEGER && a.length !== b.length;
  });
}

/** Every attack request of a run as one line: when, who, which page, what came back, from where. */
export function attackLines({ frames }: Recorded): string[] {
  return frames.flatMap(({ attack }) =>
    Array.from({ length: attack.length }, (_, i) =>
      [
        attack.tick[i],
        attack.subject[i],
        attack.endpoint[i],
        attack.status[i],
        attack.check[i],
        attack.source[i],
        attack.key[i],
      ].join(' '),
    ),
  );
}

/** Channels of the attack. */
export const ATTACK_CHANNELS: readonly Channel[] = CHANNELS.filter((name) =>
  name.startsWith('attack'),
);
/** Attack requests that were answered with a page. */
export const SERVED_CHANNELS: readonly Channel[] = [
  'attackAddressList',
  'attackAddressEdit',
  'attackMyInfo',
  'attackOrderList',
];

const finished = new Map<string, Run>();

/** A shipped scenario under a shipped playbook, run to its end once a test file and kept. */
export function finishedRun(name: string, seed: number, scale: number, playbook = 'none'): Run {
  const key = `${name} ${seed} ${scale} ${playbook}`;
  let run = finished.get(key);
  if (!run) {
    const scenario = scenarioOf(name);
    run = new Run({ scenario, seed, scale }, { playbook: loadPlaybook(playbook, scenario) });
    run.advance(scenario.run.to);
    finished.set(key, run);
  }
  return run;
}
