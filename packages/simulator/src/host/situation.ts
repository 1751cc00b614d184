import type { Situation } from '../router/types.ts';
import type { HourFrame } from '../run/frame.ts';
import type { RunHost } from './run-host.ts';
import { runRow } from './run-row.ts';
import type { WorldView } from './world-protocol.ts';

/** Sums over the hours since the exercise began; cost and lock-outs are levels. */
function totalsOf(hours: readonly HourFrame[], startAt: number): Situation['totals'] {
  const totals = {
    requests: 0,
    errors: 0,
    orders: 0,
    lostOrders: 0,
    contacts: 0,
    cost: 0,
    lockedOut: 0,
  };
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  for (const hour of hours) {
    if (hour.at < startAt) continue;
    totals.requests += sum(hour.requests);
    totals.errors += sum(hour.errors);
    totals.orders += hour.orders;
    totals.lostOrders += hour.lostOrders;
    totals.contacts += hour.contacts;
    totals.cost = hour.cost;
    totals.lockedOut = hour.lockedOut;
  }
  return totals;
}

/** How a run stands. `view` is null while its history is being built. */
export function situationOf(host: RunHost, view: WorldView | null): Situation {
  return {
    run: runRow(host),
    totals: totalsOf(host.hours, host.record.startAt),
    ...(view ? { truth: view.truth } : {}),
    responses: view?.responses ?? [],
    gateway: view?.gates ?? [],
    clocks: view?.clocks ?? [],
  };
}
