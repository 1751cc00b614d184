// Goal: a run is a pure function of (scenario, seed, scale, world log), in any process and from any snapshot.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DAY_MS, HOUR_MS, TICK_MS, draw32, streamKey } from '@dwell/core';
import { expect, test, vi } from 'vitest';
import { Run, type RunInput } from '../src/run/run.ts';
import type { Playbook, PlaybookStep, When } from '../src/scenario/playbook.ts';
import { finishedRun, logOf, order } from './support/runs.ts';
import {
  ATTACK_FROM,
  FIRST_MAIL,
  SECOND_DAY,
  SHORT_RUN,
  scenarioOf,
  shortScenario,
} from './support/scenarios.ts';

// A whole run takes a second, and many times that on a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const input: RunInput = { scenario: shortScenario(), seed: 42, scale: 1000 };
const step = (when: When, action: string, params: PlaybookStep['with'] = {}): PlaybookStep => ({
  when,
  delayMs: 7 * TICK_MS,
  as: 'identity',
  do: action,
  with: params,
  repeat: false,
});
/** A team that stirs up as much state as it can. */
const busy: Playbook = {
  kind: 'playbook',
  name: 'busy',
  steps: [
    step({ at: ATTACK_FROM + DAY_MS }, 'canary-accounts', { count: 10_000 }),
    step({ at: ATTACK_FROM + 30 * HOUR_MS }, 'rate-limit', { per: 'source', limit: 180 }),
    step({ at: ATTACK_FROM + 2 * DAY_MS }, 'rotate-key', { mode: 'overlap' }),
    step({ event: 'key.published' }, 'block-address', { address: '100.64.0.0/16' }),
    step({ any: [{ event: 'canary.touched' }, { inject: 'first-mail' }] }, 'rotate-key', {
      mode: 'hard',
    }),
    step({ inject: 'first-mail' }, 'legal-hold'),
    step({ all: [{ inject: 'first-mail' }, { at: FIRST_MAIL + HOUR_MS }] }, 'notify-people'),
    step({ inject: 'first-mail' }, 'declare', { severity: 'high' }),
  ],
};

function played(playbook?: Playbook): Run {
  const run = new Run(input, playbook ? { playbook } : {});
  run.advance(SHORT_RUN);
  return run;
}
const reference = played(busy);

test('two runs in one process are the same, checkpoint by checkpoint', () => {
  const again = played(busy);
  expect(again.checksum()).toBe(reference.checksum());
  expect(again.checkpoints).toEqual(reference.checkpoints);
  expect(again.events).toEqual(reference.events);
  expect(again.hours).toEqual(reference.hours);
  expect(reference.checkpoints).toHaveLength(SHORT_RUN / DAY_MS);
  expect(reference.commands).toHaveLength(busy.steps.length);
});

test('a whole shipped run has the same checksum in another process', async () => {
  const here = finishedRun('insider-key', 42, 100_000, SECOND_DAY).checksum();
  const entry = fileURLToPath(new URL('support/checksum-process.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    entry,
    'insider-key',
    '42',
    '100000',
    SECOND_DAY,
  ]);
  expect(stdout.trim()).toBe(here);
});

test('a run goes on from a snapshot of any tick as if it had never stopped', () => {
  const key = streamKey(2025, 'test/snapshots');
  const ticks = SHORT_RUN / TICK_MS;
  const drawn = Array.from({ length: 12 }, (_, i) => draw32(key, i) % ticks);
  const edges = [
    0,
    1,
    59,
    60,
    1439,
    1440,
    ...reference.commands.flatMap(({ at }) => [at / TICK_MS, at / TICK_MS + 1]),
  ];
  const moments = [...new Set([...drawn, ...edges])].sort((a, b) => a - b);
  const source = new Run(input, { commands: reference.commands });
  for (const tick of moments) {
    source.advance(tick * TICK_MS);
    const restored = Run.restore(input, source.snapshot(), { commands: reference.commands });
    expect(restored.now, `tick ${tick}`).toBe(tick * TICK_MS);
    expect(restored.checksum(), `at tick ${tick}`).toBe(source.checksum());
    restored.advance(Math.min(SHORT_RUN, source.now + 2 * DAY_MS + 61 * TICK_MS));
    const reached = new Run(input, { commands: reference.commands });
    if (drawn.includes(tick)) {
      restored.advance(SHORT_RUN);
      expect(restored.checksum(), `from tick ${tick}`).toBe(reference.checksum());
      expect(restored.checkpoints, `from tick ${tick}`).toEqual(reference.checkpoints);
    } else if (tick < 3 * 1440) {
      reached.advance(restored.now);
      expect(restored.checksum(), `from tick ${tick}`).toBe(reached.checksum());
    }
  }
  source.advance(SHORT_RUN);
  expect(source.checksum(), 'taking snapshots changes nothing').toBe(reference.checksum());
});

test('a snapshot of another run is refused', () => {
  const snapshot = new Run(input).snapshot();
  const others: RunInput[] = [
    { ...input, seed: 43 },
    { ...input, scale: 10_000 },
    { ...input, scenario: shortScenario('insider-key', { 'attacker.shuffled': 1 }) },
    { ...input, scenario: scenarioOf('insider-key') },
  ];
  for (const other of others) expect(() => Run.restore(other, snapshot)).toThrow(/another run/);
});

test('watching changes nothing: frames, hours, events, kept or not', () => {
  const blind = new Run(input, { commands: reference.commands, keep: false });
  blind.advance(SHORT_RUN);
  let seen = 0;
  const count = () => void seen++;
  const watched = new Run(input, {
    commands: reference.commands,
    onDay: count,
    onHour: count,
    onEvent: count,
  });
  while (watched.now < SHORT_RUN) {
    watched.advance(
      watched.now + 17 * TICK_MS > SHORT_RUN ? SHORT_RUN : watched.now + 17 * TICK_MS,
    );
    watched.checksum();
    watched.summary();
  }
  expect(seen).toBeGreaterThan(400);
  expect(watched.checksum()).toBe(blind.checksum());
  expect(watched.checkpoints).toEqual(blind.checkpoints);
  expect(blind.checksum()).toBe(reference.checksum());
});

test('a fork is a replay of what came before it', () => {
  for (const at of [
    FIRST_MAIL - HOUR_MS,
    FIRST_MAIL + 31 * TICK_MS,
    reference.commands.at(3)!.at,
  ]) {
    const fork = new Run(input, {
      commands: reference.commands.filter((command) => command.at < at),
    });
    fork.advance(at);
    const original = new Run(input, { commands: reference.commands });
    original.advance(at);
    expect(fork.checksum()).toBe(original.checksum());
    expect(fork.checkpoints).toEqual(
      reference.checkpoints.filter((checkpoint) => checkpoint.at <= at),
    );
    const command = fork.submit({
      by: 'tester',
      role: 'legal',
      body: { do: 'declare', severity: 'low' },
    });
    fork.accept(command);
    fork.advance(SHORT_RUN);
    expect(fork.checksum()).not.toBe(reference.checksum());
  }
});

test('the commands of bots, replayed without the bots, give the same run', () => {
  const replay = new Run(input, { commands: reference.commands });
  replay.advance(SHORT_RUN);
  expect(replay.commands).toEqual(reference.commands);
  expect(replay.checksum()).toBe(reference.checksum());
});

test('another seed, scale, playbook, knob or order is another run', () => {
  const sums = new Set([reference.checksum(), played().checksum()]);
  const others: RunInput[] = [
    { ...input, seed: 43 },
    { ...input, scale: 100_000 },
    { ...input, scenario: shortScenario('insider-key', { 'price.contact': 4001 }) },
    { ...input, scenario: shortScenario('insider-key', { 'attacker.move_lag_hours': 7 }) },
  ];
  for (const other of others) {
    const run = new Run(other, { playbook: busy });
    run.advance(SHORT_RUN);
    sums.add(run.checksum());
  }
  const late = new Run(input, { commands: logOf([order(FIRST_MAIL, 'legal-hold')]) });
  late.advance(SHORT_RUN);
  const later = new Run(input, { commands: logOf([order(FIRST_MAIL + TICK_MS, 'legal-hold')]) });
  later.advance(SHORT_RUN);
  sums.add(late.checksum()).add(later.checksum());
  expect(sums.size).toBe(2 + others.length + 2);
});

test('a log that does not follow is refused', () => {
  const run = new Run(input);
  run.advance(DAY_MS);
  const [first] = logOf([order(0, 'legal-hold')]);
  expect(() => run.accept(first!)).toThrow(/does not follow/);
  expect(() => run.accept({ ...first!, at: DAY_MS, sequence: 2 })).toThrow(/does not follow/);
});
