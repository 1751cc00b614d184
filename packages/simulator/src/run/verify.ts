import { HOUR_MS, badInput, toIso, type SimTime } from '@dwell/core';
import type { Checkpoint } from '../world/world.ts';
import { sealOf, type Bundle } from './bundle.ts';
import { ENGINE } from './engine-version.ts';
import { Run } from './run.ts';

/** Where a replay first parts from what a bundle says. */
export type Divergence = { at: SimTime; iso: string; what: string; expected: string; got: string };

export type Verification = { ok: boolean; sealBroken: boolean; divergence: Divergence | null };

/** Hex digits that an hour takes in a checkpoint: eight for its counts, eight for its events. */
const HOUR_DIGITS = 16;

function compareDay(
  expected: Checkpoint,
  got: Checkpoint,
  dayStart: SimTime,
): Omit<Divergence, 'iso'> | null {
  for (let i = 0; i < Math.max(expected.hours.length, got.hours.length); i += HOUR_DIGITS) {
    const [a, b] = [expected.hours.slice(i, i + HOUR_DIGITS), got.hours.slice(i, i + HOUR_DIGITS)];
    if (a === b) continue;
    const half = HOUR_DIGITS / 2;
    const what =
      a.slice(0, half) === b.slice(0, half)
        ? 'domain events of the hour'
        : 'traffic counts of the hour';
    return { at: dayStart + (i / HOUR_DIGITS) * HOUR_MS, what, expected: a, got: b };
  }
  if (expected.state !== got.state)
    return {
      at: got.at,
      what: 'state at the end of the day',
      expected: expected.state,
      got: got.state,
    };
  if (expected.chain !== got.chain)
    return { at: got.at, what: 'checksum chain', expected: expected.chain, got: got.chain };
  return null;
}

/**
 * Replays a bundle from its own content and compares day by day. Errors (exit 2): `BUNDLE` when it is
 * none; `ENGINE` when it was made by another major version.
 */
export function verifyBundle(bundle: Bundle, onDay?: (day: number) => void): Verification {
  if (
    bundle?.format !== 'dwell-bundle-1' ||
    !Array.isArray(bundle.commands) ||
    !Array.isArray(bundle.checkpoints)
  ) {
    throw badInput(
      'BUNDLE',
      'this is no run bundle',
      'bundle',
      'give the bundle.json that dwell run --out wrote',
    );
  }
  if (bundle.engine.split('.')[0] !== ENGINE.split('.')[0]) {
    throw badInput(
      'ENGINE',
      `the bundle was made by engine ${bundle.engine}, this is ${ENGINE}`,
      'bundle',
      'verify it with the version that made it',
    );
  }
  const sealBroken = sealOf(bundle) !== bundle.seal;
  const { scenario, seed, scale, commands } = bundle;
  const run = new Run({ scenario, seed, scale }, { commands, keep: false });
  const iso = (at: SimTime) => toIso(scenario.calendar, at);
  let dayStart = 0;
  for (const expected of bundle.checkpoints) {
    run.advance(expected.at);
    const got = run.checkpoints.at(-1);
    const found = got
      ? compareDay(expected, got, dayStart)
      : { at: 0, what: 'first day', expected: expected.chain, got: 'nothing' };
    if (found) return { ok: false, sealBroken, divergence: { ...found, iso: iso(found.at) } };
    dayStart = expected.at;
    onDay?.(expected.day);
  }
  run.advance(bundle.until);
  const checksum = run.checksum();
  if (checksum !== bundle.checksum) {
    const divergence = {
      at: run.now,
      iso: iso(run.now),
      what: 'final checksum',
      expected: bundle.checksum,
      got: checksum,
    };
    return { ok: false, sealBroken, divergence };
  }
  return { ok: !sealBroken, sealBroken, divergence: null };
}
