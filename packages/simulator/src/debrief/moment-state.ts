import { TICKS_PER_DAY, type SimTime } from '@dwell/core';
import type { HistoryAlert } from '@dwell/scoring';
import { GATEWAY_CHECKS, acceptingShare, keysWithinReach } from '@dwell/shop';
import { costSoFar } from '../run/summarise.ts';
import { incidentContacts } from '../world/harm.ts';
import { customersLockedOut } from '../world/honest-gate.ts';
import type { World } from '../world/world.ts';
import type { BaseRun } from './base-run.ts';
import type { MomentState } from './types.ts';

/** The world of a run at a moment, simulated again: its checksum is that of the run at that tick. `alerts`: what the team's rules raised. */
export function momentState(
  base: BaseRun,
  at: SimTime,
  alerts: readonly Pick<HistoryAlert, 'at' | 'attack'>[] = [],
): MomentState {
  const { run, trace } = base.at(Math.max(0, at));
  const { world } = run;
  const { state, knobs, scale, now } = world;
  const { totals, exercise } = state;
  const raised = alerts.filter((alert) => alert.at < now);
  const estimate = exercise?.estimate ?? null;
  return {
    at: now,
    truth: {
      accountsLost: totals.accountsLost * scale,
      attackRequests: totals.attackRequests * scale,
      attackerState: state.attacker.mode,
      sources: totals.sources.length,
      keysAbused: openCopies(world),
    },
    seen: {
      alerts: raised.length,
      trueAlerts: raised.filter(({ attack }) => attack).length,
      injects: trace.events.filter((event) => event.kind === 'inject.sent').length,
      estimate: estimate && {
        low: estimate.low,
        high: estimate.high,
        confidence: estimate.confidence,
      },
    },
    controls: controlsOf(world),
    contactsPerDay: Math.round(incidentContacts(state, now, knobs) * TICKS_PER_DAY),
    lockedOut: lockedOut(world),
    costWon: costSoFar(world),
    checksum: run.checksum(),
  };
}

/** Places from which the leaver can take a key that the gateway still takes. */
function openCopies(world: World): string[] {
  const { state, now } = world;
  if (state.controls.issued || world.scenario.attack.shape !== 'minted-tokens') return [];
  const places = keysWithinReach(state.keys)
    .filter(({ purpose }) => purpose === 'member-token')
    .filter(({ kid }) => acceptingShare(world.fleet(), kid, now) > 0)
    .flatMap(({ copies }) => copies.filter((copy) => copy.reachableByLeaver && !copy.removed));
  return [...new Set(places.map(({ id }) => id))];
}

/** The gateway's checks, whether its lists have anything on them, and what else was switched on. */
function controlsOf({ state, now }: World): MomentState['controls'] {
  const { blocks, limits, denied, holds, canaries, enrichments, controls } = state;
  const listed: Partial<Record<string, number>> = {
    block: blocks.length,
    rate_limit: limits.length,
    deny_list: denied.length,
  };
  return [
    ...GATEWAY_CHECKS.map((id) => ({ id, on: controls[id] && listed[id] !== 0 })),
    { id: 'hold', on: holds.length > 0 },
    { id: 'canaries', on: canaries.length > 0 },
    ...Object.entries(enrichments).map(([id, from]) => ({ id, on: from <= now })),
  ];
}

/** Customers without a session, or turned away at the gateway. */
function lockedOut({ state, knobs }: World): number {
  const out = ((state.storm?.remaining ?? 0) * knobs['world.daily_users']) / 1_000_000;
  return Math.round(out) + customersLockedOut(state);
}
