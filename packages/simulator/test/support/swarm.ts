import {
  DAY_MS,
  DwellError,
  HOUR_MS,
  TICK_MS,
  canonicalJson,
  draw32,
  streamKey,
  type SimTime,
} from '@dwell/core';
import { NUMBER_SPACE, memberCount } from '@dwell/shop';
import { READ } from '../../src/attack/subject.ts';
import { RESPONSES } from '../../src/response/catalogue.ts';
import type { ResponseParams } from '../../src/response/types.ts';
import type { CommandBody, CommandRequest } from '../../src/run/command.ts';
import { Run, type RunInput } from '../../src/run/run.ts';
import { knobComplaint } from '../../src/scenario/knob-values.ts';
import { KNOBS, type KnobName } from '../../src/scenario/knobs.ts';
import { RESPONSE_PARAMS } from '../../src/scenario/response-params.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { CHANNEL_COUNT } from '../../src/world/channels.ts';
import type { DayFrame } from '../../src/world/day-frame.ts';
import { recordsOf } from './records.ts';
import { scenarioOf, shortScenario } from './scenarios.ts';

/** A world drawn from one number: what it is, and what is done in it when. */
export type SwarmCase = {
  seed: number;
  scenario: Scenario;
  until: SimTime;
  requests: { at: SimTime; request: CommandRequest }[];
  told: string;
};

/** Breaks a running world from outside; a swarm that does not notice is blind. */
export type Sabotage = (run: Run) => void;

/** Draws in turn from one stream. */
function dice(seed: number) {
  const key = streamKey(seed, 'test/swarm');
  let n = 0;
  const below = (bound: number) => Math.floor((draw32(key, n++) / 0x100000000) * bound);
  return {
    below,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    chance: (percent: number) => below(100) < percent,
  };
}
type Dice = ReturnType<typeof dice>;

/** One knob in six turned, to an end of its range as often as into the middle. */
function turned({ below, chance }: Dice): { [knob in KnobName]?: number } {
  const set: { [knob in KnobName]?: number } = {};
  for (const [name, { min, max }] of Object.entries(KNOBS) as [
    KnobName,
    { min: number; max: number },
  ][]) {
    if (!chance(16)) continue;
    const value = [min, max, min + below(max - min + 1)][below(3)]!;
    if (knobComplaint(name, value) === null) set[name] = value;
  }
  return set;
}

function paramsOf(id: string, { below, pick, chance }: Dice): ResponseParams {
  const params: Record<string, string | number> = {};
  for (const spec of RESPONSE_PARAMS[id] ?? []) {
    if (!spec.required && chance(50)) continue;
    if (spec.kind === 'choice') params[spec.name] = pick(spec.choices ?? ['']);
    else if (spec.kind === 'integer')
      params[spec.name] = 1 + below(pick([100, 5000, spec.max ?? 1e6]));
    else if (spec.kind === 'account')
      params[spec.name] = pick([1 + below(NUMBER_SPACE), 80_000_040, 1_000_000]);
    else if (spec.kind === 'address')
      params[spec.name] = pick([
        '100.64.0.0/11',
        '198.18.0.0/15',
        '240.0.0.0/6',
        '198.18.3.7',
        '10.1.2.3',
        '0.0.0.0/0',
      ]);
    else params[spec.name] = pick(['all', '25%', '1 %', 'nobody']);
  }
  return params;
}

function bodyOf(d: Dice, given: number): CommandBody {
  switch (d.below(10)) {
    case 0:
      return { do: 'declare', severity: d.pick(['low', 'medium', 'high', 'critical'] as const) };
    case 1:
      return { do: 'verdict', alert: 'a-1', verdict: d.pick(['true', 'false', 'benign'] as const) };
    case 2:
      return { do: 'file', rule: d.pick(['kr-network-48-3', 'kr-pipa-34-regulator']) };
    case 3:
      return { do: 'withdraw', sequence: 1 + d.below(given + 1) };
    default: {
      const { id } = d.pick(RESPONSES);
      return { do: 'respond', response: id, params: paramsOf(id, d) };
    }
  }
}

/** The world that a number stands for. */
export function swarmCase(seed: number): SwarmCase {
  const d = dice(seed);
  const set = turned(d);
  const name = d.pick([
    'insider-key',
    'insider-bulk-token',
    'insider-key',
    'insider-key-live',
  ] as const);
  const whole = d.chance(20);
  const scenario = whole
    ? scenarioOf(name, set)
    : shortScenario(name === 'insider-key-live' ? 'insider-key' : name, set);
  const days = whole ? 150 + d.below(200) : 6 + d.below(40);
  const until = days * DAY_MS + d.below(1440) * TICK_MS;
  const first = whole ? 120 * DAY_MS : 0;
  const times = Array.from(
    { length: d.below(14) },
    () => first + d.below((until - first) / TICK_MS) * TICK_MS,
  ).toSorted((a, b) => a - b);
  const requests = times.map((at, i) => ({
    at,
    request: { by: 'swarm', role: 'identity', body: bodyOf(d, i) },
  }));
  const told = `${scenario.name}, ${days} days, ${requests.length} orders, knobs ${JSON.stringify(set)}`;
  return { seed, scenario, until, requests, told };
}

class Violation extends Error {}
function must(holds: boolean, what: string, where: string): asserts holds {
  if (!holds) throw new Violation(`${what} (${where})`);
}

/** Figures that only ever grow. */
function growing(run: Run): { [name: string]: number } {
  const { views, ...totals } = run.world.state.totals;
  const numbers = Object.entries(totals).filter(
    ([name, value]) => typeof value === 'number' && name !== 'attackToday' && !name.endsWith('At'),
  );
  return {
    ...(Object.fromEntries(numbers) as { [name: string]: number }),
    ...views,
    sources: totals.sources.length,
    events: run.events.length,
  };
}

const PAGES = READ.addressList | READ.addressEdit | READ.myInfo | READ.orderList;

/** Laws of a world at a moment, given what it was before. */
function checkMoment(run: Run, before: { [name: string]: number }, members: number): void {
  const { state, read } = run.world;
  const where = `at ${run.iso(run.now)}`;
  for (const [name, value] of Object.entries(growing(run))) {
    must(
      Number.isFinite(value) && value >= (before[name] ?? 0),
      `${name} went from ${before[name]} to ${value}`,
      where,
    );
  }
  const { totals, attacker, storm } = state;
  let lost = 0;
  for (const byte of read) if ((byte & PAGES) !== 0) lost++;
  must(lost === totals.accountsLost, `${totals.accountsLost} accounts lost, ${lost} read`, where);
  must(lost <= members, `${lost} accounts lost of ${members}`, where);
  must(
    state.timers.items.every(({ at }) => at >= run.now - TICK_MS),
    'a timer was missed',
    where,
  );
  must(
    storm === null ||
      (storm.remaining >= 0 && storm.remaining <= storm.size && storm.size <= 1_000_000),
    `storm ${JSON.stringify(storm)}`,
    where,
  );
  must(attacker.pace >= 1 && attacker.pace <= 1000, `pace ${attacker.pace}`, where);
  canonicalJson(state);
  const { loss, harm, dwell, log_records } = run.summary();
  must((dwell.days_undetected ?? 0) >= 0, `undetected for ${dwell.days_undetected} days`, where);
  for (const value of [...Object.values(harm), ...Object.values(loss), log_records.total]) {
    must(
      typeof value !== 'number' || (Number.isFinite(value) && value >= 0),
      `a figure of the summary is ${String(value)}`,
      where,
    );
  }
}

/** Laws of a finished day: counts are counts, and the records are those that were counted. */
function checkDay(input: RunInput, frame: DayFrame, counted: { [classUid: string]: number }): void {
  const where = `day ${frame.day}`;
  for (let i = 0; i < frame.ticks * CHANNEL_COUNT; i++)
    must(
      frame.counts[i]! >= 0 && frame.counts[i]! < 2 ** 30,
      `a count is ${frame.counts[i]}`,
      where,
    );
  const { http, auth, rows } = recordsOf(input, frame);
  must(
    http.length === (counted['4002'] ?? 0),
    `${http.length} requests made, ${counted['4002']} counted`,
    where,
  );
  must(
    auth.length === (counted['3002'] ?? 0),
    `${auth.length} sign-ins made, ${counted['3002']} counted`,
    where,
  );
  const others = Object.entries(counted).reduce(
    (sum, [uid, n]) => sum + (uid === '4002' || uid === '3002' ? 0 : n),
    0,
  );
  must(rows.length === others, `${rows.length} other records made, ${others} counted`, where);
}

function ask(run: Run, request: CommandRequest): void {
  try {
    run.accept(run.submit(request));
  } catch (error) {
    if (!(error instanceof DwellError)) throw error;
  }
}

/** Plays a case, checks every law as it goes, and plays it again from its log. Throws at the first broken law. */
export function playCase({ seed, scenario, until, requests }: SwarmCase, sabotage?: Sabotage): Run {
  const d = dice(seed + 1);
  const input: RunInput = { scenario, seed, scale: 100_000 };
  const sabotageAt = until * 0.6;
  const examined = d.below(until / DAY_MS - 1);
  let [dayCounts, open]: [{ [uid: string]: number }, { [uid: string]: number }] = [{}, {}];
  let examinedFrame: DayFrame | null = null;
  const run: Run = new Run(input, {
    onDay(frame) {
      const all = run.world.recordCounts();
      if (frame.day === examined) {
        examinedFrame = frame;
        dayCounts = Object.fromEntries(
          Object.entries(all).map(([uid, n]) => [uid, n - (open[uid] ?? 0)]),
        );
      }
      open = { ...all };
    },
    onHour({ truth, at }) {
      const { closedAt } = run.world.state.attacker;
      if (closedAt !== null && closedAt <= at)
        must(truth!.attackServed === 0, 'a page was served through a closed door', run.iso(at));
    },
  });
  const members = memberCount(run.world.population, input.scale, run.world.residue);
  const stops = [...requests.map(({ at }) => at), until];
  let snapshot: { at: SimTime; bytes: Uint8Array } | null = null;
  let broken = false;
  for (const [i, stop] of stops.entries()) {
    while (run.now < stop) {
      const before = growing(run);
      run.advance(Math.min(stop, run.now + (1 + d.below(48)) * HOUR_MS + d.below(60) * TICK_MS));
      checkMoment(run, before, members);
      if (sabotage && !broken && run.now >= sabotageAt) {
        broken = true;
        sabotage(run);
      }
      if (d.chance(5)) snapshot = { at: run.now, bytes: run.snapshot() };
    }
    if (requests[i]) ask(run, requests[i].request);
  }
  if (examinedFrame) checkDay(input, examinedFrame, dayCounts);
  const dayEnds = Math.floor(run.now / DAY_MS);
  must(
    run.checkpoints.length === dayEnds,
    `${run.checkpoints.length} checkpoints of ${dayEnds} days`,
    'end',
  );
  replay(input, run, snapshot);
  return run;
}

function replay(
  input: RunInput,
  run: Run,
  snapshot: { at: SimTime; bytes: Uint8Array } | null,
): void {
  const { commands } = run;
  const again = snapshot
    ? Run.restore(input, snapshot.bytes, { commands })
    : new Run(input, { commands });
  again.advance(run.now);
  must(
    again.checksum() === run.checksum(),
    'the replay has another checksum',
    snapshot ? `from ${run.iso(snapshot.at)}` : 'from the start',
  );
}
