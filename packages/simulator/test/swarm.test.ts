// Goal: random worlds under random orders keep every law; a broken one is noticed. DWELL_SWARM=N plays N worlds.
import { execFileSync } from 'node:child_process';
import { DAY_MS, HOUR_MS } from '@dwell/core';
import { expect, test, vi } from 'vitest';
import { CH } from '../src/world/channels.ts';
import { shortScenario } from './support/scenarios.ts';
import { playCase, swarmCase, type Sabotage, type SwarmCase } from './support/swarm.ts';

vi.setConfig({ testTimeout: 3_600_000 });

/** First seed: as asked for, or from the commit, so that each change meets other worlds. */
function firstSeed(): number {
  const asked = process.env['DWELL_SWARM_SEED'];
  if (asked !== undefined) return Number(asked);
  try {
    return Number.parseInt(
      execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
      16,
    );
  } catch {
    return 1;
  }
}

const count = Number(process.env['DWELL_SWARM'] ?? 15);
const command = (seed: number) =>
  `DWELL_SWARM=1 DWELL_SWARM_SEED=${seed} npx vitest run --project simulator test/swarm`;

/** Plays a world; a failure says what it was and how to see it again. */
function play(seed: number, drawn = swarmCase(seed), sabotage?: Sabotage): void {
  try {
    playCase(drawn, sabotage);
  } catch (error) {
    throw new Error(`${String(error)}\n  world ${seed}: ${drawn.told}\n  again: ${command(seed)}`, {
      cause: error,
    });
  }
}

const first = firstSeed();
test(`${count} random worlds from seed ${first} keep every law`, () => {
  for (let i = 0; i < count; i++) play(first + i);
  expect(count).toBeGreaterThan(0);
});

test('a case is a function of its seed', () => {
  expect(swarmCase(99)).toEqual(swarmCase(99));
  expect(swarmCase(99).told).not.toBe(swarmCase(100).told);
});

/** A quiet world with an attack in it, for breaking. */
const plain: SwarmCase = {
  seed: 12,
  scenario: shortScenario(),
  until: 9 * DAY_MS,
  requests: [],
  told: 'nothing done',
};

test('the world that is broken below is whole before', () => {
  expect(playCase(plain).summary().loss.accounts).toBeGreaterThan(10);
});

let drift = 0;
const broken: [string, RegExp, Sabotage][] = [
  [
    'counts a loss that was none',
    /accounts lost/,
    (run) => void (run.world.state.totals.accountsLost += 3),
  ],
  [
    'forgets a loss',
    /went from|accounts lost/,
    (run) => void (run.world.state.totals.accountsLost -= 1),
  ],
  ['loses a checkpoint', /checkpoints of/, (run) => void run.world.checkpoints.pop()],
  [
    'changes the world past its log',
    /another checksum/,
    (run) => void (run.world.state.blocks = [{ base: 0x64400000, bits: 11, by: 1 }]),
  ],
  [
    'draws from a source of its own',
    /another checksum|replay/,
    (run) => void (run.world.sources.source = () => 0x0a000000 + drift++),
  ],
  ['answers what nobody asked', /not all answered|made requests/, tamper],
  [
    'misses a timer',
    /timer was missed/,
    (run) =>
      void run.world.state.timers.items.push({
        at: run.now - 5 * HOUR_MS,
        priority: 9,
        sequence: 1e6,
        name: 'x',
        data: {},
      }),
  ],
  [
    'divides by nothing',
    /NaN|not a number|finite|undefined|number/i,
    (run) => void (run.world.state.totals.lostMilliOrders = Number.NaN),
  ],
];

/** An actor that writes into the attack's row without asking for anything. */
function tamper(run: Parameters<Sabotage>[0]): void {
  const { row } = run.world.context;
  const fill = row.fill.bind(row);
  row.fill = (...args: Parameters<typeof fill>) => {
    const filled = fill(...args);
    row[CH.attackMyInfo] = 1;
    return filled;
  };
}

test.each(broken)('an actor that %s is noticed', (_what, message, sabotage) => {
  let failure = '';
  try {
    play(plain.seed, plain, sabotage);
  } catch (error) {
    failure = String(error);
  }
  expect(failure).toMatch(message);
  expect(failure).toContain(command(plain.seed));
});
