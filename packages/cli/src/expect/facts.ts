import type { SimTime } from '@dwell/core';

/** What one rule came to in one run; plain JSON, so that it can be kept. */
export type RuleFacts = {
  /** Alerts: one per (rule, group) until its condition has been false for one timespan. */
  alerts: number;
  /** Those with at least one record of the attack. */
  trueAlerts: number;
  firstAt: SimTime | null;
  firstTrueAt: SimTime | null;
  /** Accounts lost before the first true alert, full scale; null when there was none. */
  lostBefore: number | null;
  /** Attack days with an alert ÷ attack days; null when no attack took place. */
  recall: number | null;
  /** Groups of the first benign alerts, for the failure's text. */
  benignGroups: readonly string[];
  /** How SQL over the stored records comes to something else; null: it does not, or was not asked. */
  batchDifference: string | null;
};

/** What the run itself came to, whatever the rules. */
export type RunFacts = {
  /** Simulated days, whole ones counted up. */
  days: number;
  /** Accounts lost in all, full scale. */
  lost: number;
};

/** A rule's facts with those of the run they were found in. */
export type Facts = { run: RunFacts; rule: RuleFacts };

/** Alerts without an attack record per simulated day. */
export function benignPerDay({ run, rule }: Facts): number {
  return (rule.alerts - rule.trueAlerts) / Math.max(1, run.days);
}

/** Alerts with an attack record ÷ alerts; null when there was none. */
export function precisionOf({ alerts, trueAlerts }: RuleFacts): number | null {
  return alerts === 0 ? null : trueAlerts / alerts;
}
