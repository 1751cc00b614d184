import { DAY_MS, TICKS_PER_DAY, TICK_MS, type SimTime } from '@dwell/core';
import type { WorldApi } from '../../world/world-api.ts';
import type { Facts } from '../documents/types.ts';
import { earliestAwareness } from './awareness.ts';
import { exerciseOf } from './injects.ts';
import { keptFrom } from './kept-logs.ts';

/** Members of the shop, full scale: nobody can think that more were lost. */
const MEMBERS = 33_673_817;

/** Data items by the field of the shop's pages that discloses them. */
const ITEMS: readonly [field: string, item: string][] = [
  ['name', 'name'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['address', 'address'],
  ['door_code', 'door-code'],
  ['orders', 'orders'],
];

/** What none of the pages read holds: a team that has traced the attack can say so. */
const NEVER_SERVED = ['payment', 'password', 'id-number'];

/** Enrichments that tell the attack's requests from honest ones. */
const TRACING = ['token-issued', 'page-flow'] as const;

/** What is true at this moment, and what of it the team of an exercise could know. */
export function factsAt(world: WorldApi): Facts {
  const { state, scale, now, scenario } = world;
  const { totals, awareness, attacker, holds, dayZeroAt } = state;
  const items = ITEMS.filter(([field]) => (totals.fields[field] ?? 0) > 0).map(([, item]) => item);
  const awareAt = earliestAwareness(state);
  const traced = isTraced(world);
  const pointedAt = traced || awareAt !== null || dayZeroAt !== null;
  return {
    at: now,
    accountsLost: totals.accountsLost * scale,
    nonMembersLost: totals.nonMembersLost * scale,
    known: knownBounds(world, traced),
    items,
    knowableItems: pointedAt ? items : [],
    firstAttackAt: totals.firstServedAt,
    awareAt,
    declaredAt: awareness.declaredAt,
    containedAt: totals.firstServedAt === null ? null : attacker.closedAt,
    holdAt: holds[0]?.at ?? null,
    logsLostDays: logsLostDays(world),
    calendar: scenario.calendar,
    ...(traced && { ruledOutItems: NEVER_SERVED }),
    peopleToldAt: awareness.peopleToldAt,
  };
}

function isTraced({ state, now }: WorldApi): boolean {
  return TRACING.some((name) => (state.enrichments[name] ?? Infinity) <= now);
}

/**
 * The interval that a team could defend. With the attack traced: at least those first read in the
 * logs that are left; no more, if the logs go back to its beginning, else anybody. Otherwise what the
 * team itself wrote down last.
 */
function knownBounds(world: WorldApi, traced: boolean): Facts['known'] {
  const { totals } = world.state;
  const { estimate } = exerciseOf(world);
  if (!traced) return estimate && { low: estimate.low, high: estimate.high };
  const from = keptFrom(world);
  if (totals.firstServedAt === null) return { low: 0, high: 0 };
  const lost = totals.accountsLost * world.scale;
  if (from <= totals.firstServedAt) return { low: lost, high: lost };
  return { low: lost - lostBefore(world, from), high: MEMBERS };
}

/** Accounts lost before a time, full scale, to the day. */
function lostBefore(world: WorldApi, at: SimTime): number {
  const { calendar } = world.scenario;
  const startMinute = calendar.startMs / TICK_MS + calendar.offsetMinutes;
  const local =
    Math.floor(at / TICK_MS) + (((startMinute % TICKS_PER_DAY) + TICKS_PER_DAY) % TICKS_PER_DAY);
  const day = Math.floor(local / TICKS_PER_DAY);
  const { lostByDay } = exerciseOf(world);
  const lost = day < lostByDay.length ? lostByDay[day]! : world.state.totals.accountsLost;
  return lost * world.scale;
}

/** Days of the attack of which no log is left. */
function logsLostDays(world: WorldApi): number {
  const { firstServedAt } = world.state.totals;
  if (firstServedAt === null) return 0;
  return Math.max(0, Math.floor((keptFrom(world) - firstServedAt) / DAY_MS));
}
