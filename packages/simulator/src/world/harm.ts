import { DAY_MS, TICKS_PER_DAY, type SimTime } from '@dwell/core';
import type { TickContext } from './tick-context.ts';
import type { Storm, WorldState } from './state.ts';

/** A storm is over after three days; whoever is not back by then comes so rarely that no day feels it. */
const STORM_DAYS = 3;
const NOTICE_DAYS = 8;
/** Share of their orders that logged-out customers abandon. */
const ABANDONED = 0.12;

/** Customers (ppm of those thrown out) who come back in one tick, `age` after the mass logout. */
function returning(storm: Storm, age: number, knobs: TickContext['knobs']): number {
  const day = knobs['storm.back_24h'];
  const three = knobs['storm.back_72h'];
  // Front-loaded on the first day: twice the mean at once, none at its end.
  if (age < DAY_MS)
    return ((storm.size * day) / 1_000_000 / TICKS_PER_DAY) * 2 * (1 - age / DAY_MS);
  return (storm.size * (three - day)) / 1_000_000 / ((STORM_DAYS - 1) * TICKS_PER_DAY);
}

/** Moves the logout storm one tick on. */
export function stepStorm(state: WorldState, at: SimTime, knobs: TickContext['knobs']): void {
  const { storm } = state;
  if (!storm) return;
  storm.remaining = Math.max(
    0,
    Math.floor(storm.remaining - returning(storm, at - storm.at, knobs)),
  );
  if (storm.remaining === 0 || at - storm.at >= STORM_DAYS * DAY_MS) state.storm = null;
}

/** Orders (full scale) that a mass logout of a share (ppm) costs in all. */
export function stormLostOrders(knobs: TickContext['knobs'], size: number): number {
  const day = knobs['storm.back_24h'] / 1_000_000;
  const three = knobs['storm.back_72h'] / 1_000_000;
  const daysOut = 1 - (day * 2) / 3 + (STORM_DAYS - 1) * (1 - (day + three) / 2);
  return Math.round((knobs['world.orders_per_day'] * ABANDONED * size * daysOut) / 1_000_000);
}

/** Starts a mass logout of a share (ppm) of daily users; one on top of another takes the larger. */
export function startStorm(state: WorldState, at: SimTime, size: number): void {
  const standing = state.storm?.remaining ?? 0;
  const remaining = Math.max(standing, size);
  state.storm = { at, size: remaining, remaining };
}

/** Contacts a minute (full scale) that the incident itself causes. */
export function incidentContacts(
  state: WorldState,
  at: SimTime,
  knobs: TickContext['knobs'],
): number {
  let perTick = 0;
  const { storm, notice } = state;
  if (storm && at - storm.at < STORM_DAYS * DAY_MS) {
    const people = (knobs['world.daily_users'] * storm.size) / 1_000_000;
    perTick += (people * knobs['storm.contact_share']) / 1_000_000 / (STORM_DAYS * TICKS_PER_DAY);
  }
  if (notice && at - notice.at < NOTICE_DAYS * DAY_MS) {
    perTick +=
      (notice.people * knobs['notice.contact_share']) / 1_000_000 / (NOTICE_DAYS * TICKS_PER_DAY);
  }
  return perTick + extraContacts(state, at);
}

/** Contacts a minute that follow from what a team did or left undone. */
function extraContacts({ exercise }: WorldState, at: SimTime): number {
  if (!exercise || exercise.contacts.length === 0) return 0;
  const running = exercise.contacts.filter(({ from, to }) => from <= at && at < to);
  return running.reduce((sum, { perDay }) => sum + perDay, 0) / TICKS_PER_DAY;
}

/** Adds up what this tick cost customers and the shop, full scale and in expectation, so that it does not depend on the sample. */
export function countHarm(state: WorldState, t: TickContext, blockedCustomers: number): void {
  const { totals } = state;
  const quiet = t.refusedPpm === 0 && t.loggedOutPpm === 0 && blockedCustomers === 0;
  const extra = (state.exercise?.contacts.length ?? 0) > 0;
  if (quiet && !state.notice && !extra) return;
  const { knobs } = t;
  const sessions =
    (knobs['world.daily_users'] * knobs['world.tokens_per_user'] * t.activity) /
    1_000_000 /
    TICKS_PER_DAY;
  const orders = (knobs['world.orders_per_day'] * t.activity) / TICKS_PER_DAY;
  const refused = t.refusedPpm / 1_000_000;
  const out = t.loggedOutPpm / 1_000_000;
  // A refused session costs half an hour, a failed login a quarter, a blocked customer the whole time.
  const failed = out * (1 - t.loginSuccessPpm / 1_000_000);
  const hours = sessions * (refused * 0.5 + failed * 0.25) + (blockedCustomers * 0.47) / 60;
  totals.lockedOutMilliHours += Math.floor(hours * 1000);
  totals.lostMilliOrders += Math.floor(orders * Math.min(1, refused + out * ABANDONED) * 1000);
  const lockedContacts = sessions * refused * 0.02;
  totals.extraMilliContacts += Math.floor((t.incidentContacts + lockedContacts) * 1000);
}
