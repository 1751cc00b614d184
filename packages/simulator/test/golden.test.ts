// Goal: the engine gives the checksums it gave before; where it means to give others, its version says so.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DAY_MS, parseTime } from '@dwell/core';
import { expect, test, vi } from 'vitest';
import { ENGINE } from '../src/run/engine-version.ts';
import { Run } from '../src/run/run.ts';
import { loadPlaybook } from '../src/scenario/playbook.ts';
import { playAtRandom } from './support/random-exercise.ts';
import { recordsOf } from './support/records.ts';
import { SECOND_DAY, scenarioOf } from './support/scenarios.ts';
import { createHash } from 'node:crypto';

vi.setConfig({ testTimeout: 120_000 });

type Golden = { engine: string; runs: { [name: string]: string } };
const path = fileURLToPath(new URL('golden.json', import.meta.url));
const golden = JSON.parse(readFileSync(path, 'utf8')) as Golden;
const renew = process.env['DWELL_GOLDEN'] === 'renew';
const RENEW = 'DWELL_GOLDEN=renew npx vitest run --project simulator test/golden';

/** Scenario, seed, scale, playbook, and until when. */
const RUNS: [string, number, number, string, string][] = [
  ['insider-key', 42, 100_000, 'none', '2025-11-20'],
  ['insider-key', 42, 1000, 'second-day', '2025-05-20'],
  ['insider-key', 7, 10_000, 'prevent', '2025-03-01'],
  ['insider-key-live', 43, 100_000, 'written', '2025-12-05'],
  ['insider-bulk-token', 42, 10_000, 'none', '2025-06-13'],
];

function checksumOf([name, seed, scale, playbook, until]: (typeof RUNS)[number]): string {
  const scenario = scenarioOf(name);
  const run = new Run(
    { scenario, seed, scale },
    {
      playbook: loadPlaybook(playbook === 'second-day' ? SECOND_DAY : playbook, scenario),
      keep: false,
    },
  );
  run.advance(parseTime(until, scenario.calendar, 'golden'));
  return run.checksum();
}

/** SHA-256 over every record of one day of the attack. */
function recordsDigest(): string {
  const input = { scenario: scenarioOf('insider-key'), seed: 42, scale: 10_000 };
  let digest = '';
  const run = new Run(input, {
    keep: false,
    onDay(frame) {
      if (frame.day === 135)
        digest = createHash('sha256')
          .update(JSON.stringify(recordsOf(input, frame)))
          .digest('hex');
    },
  });
  run.advance(137 * DAY_MS);
  return digest;
}

const EXERCISE = 'exercise played at random, 3';

const renewed: Golden = { engine: ENGINE, runs: {} };
function check(name: string, checksum: string): void {
  renewed.runs[name] = checksum;
  if (renew) writeFileSync(path, `${JSON.stringify(renewed, null, 2)}\n`);
  const told =
    golden.engine === ENGINE
      ? `${name} is another run than before, and the engine still calls itself ${ENGINE}. A mistake? If it is meant, raise ENGINE in src/run/engine-version.ts and renew: ${RENEW}`
      : `${name}: the engine is ${ENGINE}, the golden runs are of ${golden.engine}. Renew them: ${RENEW}`;
  expect(renew ? checksum : golden.runs[name], told).toBe(checksum);
}

test.each(RUNS)('%s, seed %i, 1:%i, %s until %s is the run it was', (...run) => {
  check(run.join(' '), checksumOf(run));
  expect(run).toHaveLength(5);
});

test('the records of a day are the records they were', () => {
  const digest = recordsDigest();
  expect(digest).toHaveLength(64);
  check('records of insider-key 42 10000 on day 136', digest);
});

test('an exercise with every kind of inject, played at random, is the exercise it was', () => {
  const run = playAtRandom(3);
  expect(run.commands.length).toBeGreaterThan(20);
  check(EXERCISE, run.checksum());
});

test('no golden run is left over', () => {
  const runs = RUNS.map((run) => run.join(' '));
  const known = [...runs, 'records of insider-key 42 10000 on day 136', EXERCISE];
  expect(Object.keys(renew ? renewed.runs : golden.runs).toSorted()).toEqual(known.toSorted());
});
