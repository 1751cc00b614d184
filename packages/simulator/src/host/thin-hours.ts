import { HOUR_MS, type SimTime } from '@dwell/core';
import type { HoursView } from '../router/types.ts';
import type { HourFrame } from '../run/frame.ts';

/** Most frames a chart is sent. */
export const FRAMES_MAX = 2_000;

const BIN_HOURS = [1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 96, 168];

function add(into: number[], more: readonly number[]): void {
  for (let i = 0; i < more.length; i++) into[i] = (into[i] ?? 0) + more[i]!;
}

function sumFrames(at: SimTime, frames: readonly HourFrame[]): HourFrame {
  const last = frames[frames.length - 1]!;
  const sum: HourFrame & { requests: number[]; errors: number[] } = {
    at,
    requests: [],
    errors: [],
    orders: 0,
    lostOrders: 0,
    logins: 0,
    loginFailures: 0,
    contacts: 0,
    lockedOut: last.lockedOut,
    cost: last.cost,
  };
  let attackRequests = 0;
  let attackServed = 0;
  for (const frame of frames) {
    add(sum.requests, frame.requests);
    add(sum.errors, frame.errors);
    sum.orders += frame.orders;
    sum.lostOrders += frame.lostOrders;
    sum.logins += frame.logins;
    sum.loginFailures += frame.loginFailures;
    sum.contacts += frame.contacts;
    attackRequests += frame.truth?.attackRequests ?? 0;
    attackServed += frame.truth?.attackServed ?? 0;
  }
  if (last.truth)
    sum.truth = { attackRequests, attackServed, accountsLost: last.truth.accountsLost };
  return sum;
}

/** Frames whose hour starts in [from, to); frames are in order of time. */
export function framesBetween(
  hours: readonly HourFrame[],
  from?: SimTime,
  to?: SimTime,
): HourFrame[] {
  return hours.filter(
    (frame) => (from === undefined || frame.at >= from) && (to === undefined || frame.at < to),
  );
}

/**
 * At most `FRAMES_MAX` frames: hours summed over bins of a whole number of hours, aligned to the
 * scenario's start so that a bin means the same in every answer. Levels are those of the last hour.
 */
export function thinHours(hours: readonly HourFrame[], max = FRAMES_MAX): HoursView {
  const span = hours.length === 0 ? 0 : (hours[hours.length - 1]!.at - hours[0]!.at) / HOUR_MS + 2;
  const binHours = BIN_HOURS.find((bin) => span / bin <= max - 1) ?? Math.ceil(span / (max - 1));
  if (binHours === 1) return { binHours, frames: hours };
  const frames: HourFrame[] = [];
  let bin: HourFrame[] = [];
  const startOf = (frame: HourFrame) =>
    Math.floor(frame.at / (binHours * HOUR_MS)) * binHours * HOUR_MS;
  for (const frame of hours) {
    if (bin.length > 0 && startOf(bin[0]!) !== startOf(frame)) {
      frames.push(sumFrames(startOf(bin[0]!), bin));
      bin = [];
    }
    bin.push(frame);
  }
  if (bin.length > 0) frames.push(sumFrames(startOf(bin[0]!), bin));
  return { binHours, frames };
}
