import { invariant } from '@dwell/core';
import { CH } from './channels.ts';
import type { WorldApi } from './world-api.ts';

/** Laws that hold after every step, in production too: cheap ones, so that a broken world stops at once. */
export function checkInvariants(world: WorldApi, row: Int32Array): void {
  const { state } = world;
  const { totals, attacker } = state;
  const answered =
    row[CH.attackAddressList]! +
    row[CH.attackAddressEdit]! +
    row[CH.attackMyInfo]! +
    row[CH.attackOrderList]! +
    row[CH.attackNotFound]! +
    row[CH.attackRefused]!;
  invariant(
    answered === row[CH.attackAttempts],
    'attack requests were not all answered',
    `tick ${state.tick}`,
  );
  invariant(
    totals.accountsLost <= world.read.length,
    'more accounts lost than there are',
    `tick ${state.tick}`,
  );
  invariant(row[CH.logins]! >= 0 && row[CH.orders]! >= 0, 'a negative count', `tick ${state.tick}`);
  const working =
    attacker.mode === 'crawling' || attacker.mode === 'testing' || attacker.mode === 'shut-out';
  invariant(
    working || row[CH.attackAttempts] === 0,
    `an attacker who is ${attacker.mode} made requests`,
    `tick ${state.tick}`,
  );
}
