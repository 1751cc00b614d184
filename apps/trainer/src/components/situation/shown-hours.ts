import { HOUR_MS, type SimTime } from '@dwell/core/time';
import type { HourFrame } from '@dwell/simulator/router';

/** Endpoints that serve personal data. */
export const PII_ENDPOINTS = [1, 2, 3, 4] as const;

/** What the charts of the Situation screen draw, each per hour unless it is a level. */
export type ShownHours = {
  at: SimTime[];
  pii: number[][];
  attackShare: number[] | null;
  accountsLost: number[] | null;
  orders: number[];
  lostOrders: number[];
  contacts: number[];
  lockedOut: number[];
  logins: number[];
  loginFailures: number[];
  cost: number[];
};

/** Chart columns of hour frames that begin at or after `from`; counts are divided by the hours of a bin. */
export function shownHours(
  frames: readonly HourFrame[],
  binHours: number,
  from: SimTime,
): ShownHours {
  const shown = frames.filter((frame) => frame.at + binHours * HOUR_MS > from);
  const per = (value: number) => value / binHours;
  const truth = shown.length > 0 && shown.every((frame) => frame.truth);
  const piiOf = (frame: HourFrame) =>
    PII_ENDPOINTS.reduce((sum, endpoint) => sum + (frame.requests[endpoint] ?? 0), 0);
  return {
    at: shown.map((frame) => frame.at),
    pii: PII_ENDPOINTS.map((endpoint) => shown.map((frame) => per(frame.requests[endpoint] ?? 0))),
    attackShare: truth
      ? shown.map((frame) => Math.min(1, frame.truth!.attackRequests / Math.max(1, piiOf(frame))))
      : null,
    accountsLost: truth ? shown.map((frame) => frame.truth!.accountsLost) : null,
    orders: shown.map((frame) => per(frame.orders)),
    lostOrders: shown.map((frame) => per(frame.lostOrders)),
    contacts: shown.map((frame) => per(frame.contacts)),
    lockedOut: shown.map((frame) => frame.lockedOut),
    logins: shown.map((frame) => per(frame.logins)),
    loginFailures: shown.map((frame) => per(frame.loginFailures)),
    cost: shown.map((frame) => frame.cost),
  };
}
