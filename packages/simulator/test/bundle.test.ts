// Goal: a bundle replays to the same checksum, and one that was touched names where it first parts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, HOUR_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { makeBundle, sealOf, type Bundle } from '../src/run/bundle.ts';
import { Run } from '../src/run/run.ts';
import { verifyBundle } from '../src/run/verify.ts';
import type { KnobName } from '../src/scenario/knobs.ts';
import { readBundle } from '../src/scenario/read-bundle.ts';
import { logOf, order } from './support/runs.ts';
import { ATTACK_FROM, shortScenario } from './support/scenarios.ts';

const ROTATED = ATTACK_FROM + DAY_MS + 5 * HOUR_MS + 12 * 60_000;
const UNTIL = 6 * DAY_MS + 90 * 60_000;
const commands = logOf([
  order(ATTACK_FROM, 'enrich', { name: 'canary' }),
  order(ROTATED, 'rotate-key', { mode: 'hard' }),
  order(ROTATED + DAY_MS, 'legal-hold'),
]);
const run = new Run({ scenario: shortScenario(), seed: 42, scale: 10_000 }, { commands });
run.advance(UNTIL);
const bundle = makeBundle(run, 'by hand');
/** The bundle with something changed, sealed again as a forger would. */
const forged = (change: Partial<Bundle>): Bundle => {
  const content = { ...bundle, ...change };
  return { ...content, seal: sealOf(content) };
};
const knob = (name: KnobName, value: number) => ({
  scenario: { ...bundle.scenario, knobs: { ...bundle.scenario.knobs, [name]: value } },
});

test('a bundle is good, and stays good as a file', () => {
  expect(verifyBundle(bundle)).toEqual({ ok: true, sealBroken: false, divergence: null });
  const seen: number[] = [];
  const copy = JSON.parse(JSON.stringify(bundle)) as Bundle;
  expect(verifyBundle(copy, (day) => seen.push(day)).ok).toBe(true);
  expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
});

test('any change breaks the seal', () => {
  const checks: Partial<Bundle>[] = [
    { seed: 43 },
    { playbook: 'other' },
    { until: UNTIL - 60_000 },
    { commands: commands.slice(1) },
    knob('price.order', 1),
  ];
  for (const change of checks)
    expect(
      verifyBundle({ ...bundle, ...change }).sealBroken,
      JSON.stringify(change).slice(0, 60),
    ).toBe(true);
});

test('another seed parts in the first hour, in the traffic', () => {
  const { ok, divergence } = verifyBundle(forged({ seed: 43 }));
  expect(ok).toBe(false);
  expect(divergence).toMatchObject({
    at: 0,
    what: 'traffic counts of the hour',
    iso: '2024-12-01T00:00:00+09:00',
  });
});

test('a command left out parts in its hour, in what happened', () => {
  const { divergence } = verifyBundle(
    forged({
      commands: commands
        .filter(({ sequence }) => sequence !== 2)
        .map((command, i) => ({ ...command, sequence: i + 1 })),
    }),
  );
  expect(divergence).toMatchObject({
    at: ROTATED - (ROTATED % HOUR_MS),
    what: 'domain events of the hour',
  });
});

test('commands cut off at the end part where the first of them was', () => {
  const { divergence } = verifyBundle(forged({ commands: commands.slice(0, 1) }));
  expect(divergence!.at).toBe(ROTATED - (ROTATED % HOUR_MS));
});

test('a command moved by an hour parts at the earlier of the two', () => {
  const moved = commands.map((command) =>
    command.sequence === 2 ? { ...command, at: ROTATED + HOUR_MS } : command,
  );
  expect(verifyBundle(forged({ commands: moved })).divergence!.at).toBe(
    ROTATED - (ROTATED % HOUR_MS),
  );
});

test('another effect of a command parts where it takes effect', () => {
  const gentle = commands.map((command) =>
    command.sequence === 2
      ? { ...command, body: order(0, 'rotate-key', { mode: 'overlap' }).body }
      : command,
  );
  // Asked for alike; after an hour the hard one withdraws the key.
  expect(verifyBundle(forged({ commands: gentle })).divergence!.at).toBe(
    ROTATED + HOUR_MS - ((ROTATED + HOUR_MS) % HOUR_MS),
  );
});

test('a changed checkpoint is named by its day', () => {
  const checkpoints = bundle.checkpoints.map((c) =>
    c.day === 4 ? { ...c, state: c.state.replace(/^./, (d) => (d === '0' ? '1' : '0')) } : c,
  );
  expect(verifyBundle(forged({ checkpoints })).divergence).toMatchObject({
    at: 5 * DAY_MS,
    what: 'state at the end of the day',
  });
  const chained = bundle.checkpoints.map((c) =>
    c.day === 2 ? { ...c, chain: '0'.repeat(64) } : c,
  );
  expect(verifyBundle(forged({ checkpoints: chained })).divergence).toMatchObject({
    at: 3 * DAY_MS,
    what: 'checksum chain',
  });
});

test('a changed knob parts where it first matters', () => {
  expect(verifyBundle(forged(knob('world.share_search', 500_000))).divergence).toMatchObject({
    at: 0,
    what: 'traffic counts of the hour',
  });
  const cache = verifyBundle(forged(knob('verifier.cache_minutes', 60))).divergence!;
  expect(cache.at).toBeGreaterThanOrEqual(ROTATED);
  expect(cache.at).toBeLessThanOrEqual(ROTATED + 2 * HOUR_MS);
});

test('a changed end is found at the end', () => {
  expect(verifyBundle(forged({ checksum: '0'.repeat(64) })).divergence).toMatchObject({
    at: UNTIL,
    what: 'final checksum',
  });
  expect(verifyBundle(forged({ until: UNTIL - 60_000 })).divergence).toMatchObject({
    what: 'final checksum',
  });
});

test('what is no bundle, or of another engine, is refused', () => {
  expect(() => verifyBundle({} as Bundle)).toThrow(/no run bundle/);
  expect(() => verifyBundle({ ...bundle, engine: '999.0' })).toThrow(/engine 999/);
});

test('a file whose scenario is not the one of its hash is no bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dwell-bundle-'));
  try {
    const path = join(folder, 'bundle.json');
    writeFileSync(path, JSON.stringify(forged(knob('price.order', 1))));
    expect(() => readBundle(path)).toThrow(/not the one of its hash/);
    writeFileSync(path, JSON.stringify(bundle));
    expect(verifyBundle(readBundle(path).bundle).ok).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
