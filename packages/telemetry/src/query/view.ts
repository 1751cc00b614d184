import { DAY_MS, type Calendar } from '@dwell/core';

/** A signing key as queries show it. */
export type KeyView = {
  /** The `kid` integer of records. */
  version: number;
  /** The `kid` text in a token's header. */
  kid: string;
  /** UTC epoch ms when the last custodian who had read it left; null while all are staff. */
  custodianLeftAtMs: number | null;
};

/** Withheld columns a team can buy, by the control's name. */
export const ENRICHMENTS = [
  'token-issued',
  'subject-exists',
  'key-custodian',
  'canary',
  'page-flow',
] as const;
export type EnrichmentName = (typeof ENRICHMENTS)[number];

/** What of the stored records can be seen, and how: a run at a simulated time. Times are UTC epoch ms. */
export type TelemetryView = {
  calendar: Calendar;
  /** Records after this moment have not happened yet. */
  asOfMs: number;
  /** Older records have aged out, unless held. */
  retentionDays: number;
  /**
   * Deletion stopped at `heldAtMs` for records from `fromMs` on: what had not aged out then stays.
   * A hold after `asOfMs` does nothing.
   */
  holds: readonly { fromMs: number; heldAtMs: number }[];
  /** Lifts retention. */
  all?: boolean;
  /** Since when each enrichment is on; earlier records have NULL. Absent: never. */
  enrichments: Readonly<Partial<Record<EnrichmentName, number>>>;
  keys: readonly KeyView[];
  /** Names of principals 1, 2, … */
  principals: readonly string[];
};

/** The earliest time still visible, UTC epoch ms; null when nothing ages out. */
export function visibleFromMs(view: TelemetryView): number | null {
  if (view.all) return null;
  const retentionMs = view.retentionDays * DAY_MS;
  let from = view.asOfMs - retentionMs;
  for (const hold of view.holds) {
    if (hold.heldAtMs <= view.asOfMs)
      from = Math.min(from, Math.max(hold.fromMs, hold.heldAtMs - retentionMs));
  }
  return from;
}

/** Is an enrichment on at all as of the view's time? */
export function enrichmentFrom(view: TelemetryView, name: EnrichmentName): number | null {
  const from = view.enrichments[name];
  return from !== undefined && from <= view.asOfMs ? from : null;
}
