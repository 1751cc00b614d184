import { HOUR_MS } from '@dwell/core/time';
import type { HourFrame, HoursView } from '@dwell/simulator/router';

/** Hour frames as kept in the browser: the last bin may hold fewer hours than the others. */
export type MergedHours = HoursView & { lastHours?: number };

const add = (a: readonly number[], b: readonly number[]) =>
  a.map((value, i) => value + (b[i] ?? 0));

/** One frame that stands for two neighbours: counts add up, levels are the later ones. */
export function joinFrames(a: HourFrame, b: HourFrame): HourFrame {
  const joined: HourFrame = {
    ...b,
    at: a.at,
    requests: add(a.requests, b.requests),
    errors: add(a.errors, b.errors),
    orders: a.orders + b.orders,
    lostOrders: a.lostOrders + b.lostOrders,
    logins: a.logins + b.logins,
    loginFailures: a.loginFailures + b.loginFailures,
    contacts: a.contacts + b.contacts,
  };
  if (a.truth && b.truth) {
    joined.truth = {
      attackRequests: a.truth.attackRequests + b.truth.attackRequests,
      attackServed: a.truth.attackServed + b.truth.attackServed,
      accountsLost: b.truth.accountsLost,
    };
  }
  return joined;
}

/** The hour at which what the frames cover ends. */
export function coveredUntil(view: MergedHours): number {
  const last = view.frames.at(-1);
  return last ? last.at + (view.lastHours ?? view.binHours) * HOUR_MS : -1;
}

/**
 * A view with live frames added at its end, in bins of its own width. Frames it already
 * covers are left out, so that a stream may repeat itself after a reconnect.
 */
export function mergeHours(view: MergedHours, incoming: readonly HourFrame[]): MergedHours {
  const frames = [...view.frames];
  let until = coveredUntil(view);
  let lastHours = view.lastHours ?? view.binHours;
  for (const frame of incoming) {
    if (frame.at < until) continue;
    const last = frames.at(-1);
    if (last && lastHours < view.binHours) {
      frames[frames.length - 1] = joinFrames(last, frame);
      lastHours += 1;
    } else {
      frames.push(frame);
      lastHours = 1;
    }
    until = frame.at + HOUR_MS;
  }
  return { ...view, frames, lastHours };
}
