import { DAY_MS, toIso, type SimTime } from '@dwell/core';
import type { WorldApi } from '../world/world-api.ts';
import type { World } from '../world/world.ts';
import { ENGINE } from './engine-version.ts';
import { legalClocks } from './legal-clocks.ts';
import type { RunSummary } from './summary.ts';

export type WorldSummary = Omit<RunSummary, 'timing' | 'memory_mb' | 'playbook'>;

/** Storage, responses, contacts, lost orders and lost trust so far, in won; the fine is not in it. */
export function costSoFar(world: WorldApi): number {
  const { knobs, state, now } = world;
  const { totals, holds } = state;
  const held = holds.length === 0 ? 0 : Math.ceil((now - holds[0]!.at) / DAY_MS);
  return Math.round(
    totals.spentWon +
      (totals.extraMilliContacts * knobs['price.contact']) / 1000 +
      (totals.lostMilliOrders * knobs['price.order']) / 1000 +
      (totals.lockedOutMilliHours * knobs['price.locked_hour']) / 1000 +
      held * knobs['price.storage_day'],
  );
}

/** The fine as a range: nothing lost, nothing fined; otherwise up to 3 % of revenue, the floor growing with the loss. */
export function fineEstimate(world: WorldApi): { low: number; high: number } {
  const lost = (world.state.totals.accountsLost * world.scale) / 33_673_817;
  if (lost === 0) return { low: 0, high: 0 };
  const revenue = world.knobs['price.revenue_year'];
  return { low: Math.round(revenue * 0.001 * Math.min(1, lost)), high: Math.round(revenue * 0.03) };
}

/** When the attack was contained; tests of a stolen key can be too, before a sustained attack that then never starts. */
export function containedAt({ state }: WorldApi): SimTime | null {
  return state.totals.firstServedAt !== null ? state.attacker.closedAt : null;
}

/** Whole days from the start of the sustained attack until somebody knew, or it ended; null: there was none. */
export function daysUndetected(world: WorldApi): number | null {
  const { totals, awareness } = world.state;
  const started = totals.sustainedAt;
  if (started === null) return null;
  const ends = [
    containedAt(world),
    totals.attackEndedAt,
    awareness.declaredAt,
    awareness.trueVerdictAt,
    world.now,
  ];
  const seen = ends.filter((at): at is SimTime => at !== null && at >= started);
  return Math.floor((Math.min(...seen) - started) / DAY_MS);
}

function dwellOf(world: WorldApi, iso: (at: SimTime | null) => string | null): RunSummary['dwell'] {
  const { totals } = world.state;
  return {
    attack_started: iso(totals.sustainedAt),
    first_true_alert: null,
    contained: iso(containedAt(world)),
    attack_ended: iso(totals.attackEndedAt),
    days_undetected: daysUndetected(world),
  };
}

/** Everything `dwell run --json` says that the world itself knows. */
export function summarise(world: World): WorldSummary {
  const { scenario, seed, scale, state, now } = world;
  const { totals } = state;
  const iso = (at: SimTime | null) => (at === null ? null : toIso(scenario.calendar, at));
  const byClass = world.recordCounts();
  const records = Object.values(byClass).reduce((sum, n) => sum + n, 0);
  return {
    scenario: scenario.name,
    seed,
    scale,
    engine: ENGINE,
    scenario_hash: scenario.hash,
    checksum: world.checksum(),
    simulated: { from: iso(0)!, to: iso(now)!, days: Math.ceil(now / DAY_MS) },
    loss: {
      accounts: totals.accountsLost,
      accounts_scaled: totals.accountsLost * scale,
      nonexistent_subjects: totals.missingTried,
      address_list_views: totals.views.addressList,
      address_edit_views: totals.views.addressEdit,
      profile_views: totals.views.myInfo,
      order_list_views: totals.views.orderList,
      non_members: totals.nonMembersLost,
      sources: totals.sources.length,
      attack_requests: totals.attackRequests,
      peak_requests_per_day_scaled: Math.max(totals.attackPeakDay, totals.attackToday) * scale,
      by_field: totals.fields,
    },
    log_records: { total: records, by_class: byClass },
    alerts: [],
    dwell: dwellOf(world, iso),
    clocks: legalClocks(state, now).map((clock) => ({
      rule: clock.rule,
      starts_at: iso(clock.startsAt),
      due_at: iso(clock.dueAt),
      met_at: iso(clock.metAt),
      state: clock.state,
    })),
    harm: {
      customer_hours_locked_out: Math.round(totals.lockedOutMilliHours / 1000),
      lost_orders: Math.round(totals.lostMilliOrders / 1000),
      support_contacts: Math.round(totals.extraMilliContacts / 1000),
      fine_estimate: fineEstimate(world),
      cost_total: costSoFar(world),
    },
  };
}
