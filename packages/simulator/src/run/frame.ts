import type { SimTime } from '@dwell/core';

/** Something that happened in the world, at a tick; what the checksum chains over. */
export type DomainEvent = {
  at: SimTime;
  /** Stable code such as `key.withdrawn`, `attacker.moved`, `response.effective`. */
  kind: string;
  /** Who sees it: `truth` never reaches a trainee before the debrief. */
  visibility: 'shop' | 'truth';
  values: { readonly [name: string]: string | number };
};

/** Full-scale figures of one simulated hour, for charts. Counts are already multiplied by the scale. */
export type HourFrame = {
  /** Start of the hour. */
  at: SimTime;
  /** Requests by endpoint index 1–9 (index 0 unused), attack included. */
  requests: readonly number[];
  /** Refused or failed requests by endpoint. */
  errors: readonly number[];
  orders: number;
  lostOrders: number;
  logins: number;
  loginFailures: number;
  contacts: number;
  /** Customers logged out or locked out at the end of the hour. */
  lockedOut: number;
  /** Won spent or lost so far. */
  cost: number;
  /** Ground truth: attack requests of the hour, and distinct accounts lost so far. */
  truth?: { attackRequests: number; attackServed: number; accountsLost: number };
};
