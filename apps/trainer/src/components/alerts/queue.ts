import type { SimTime } from '@dwell/core/time';
import type { AlertRow } from '@dwell/simulator/router';
import { LEVEL_ORDER } from '../rules/level.tsx';

export type Shown = 'open' | 'judged' | 'quiet';

/** Is what goes on behind its verdict kept out of the queue now? */
export const isQuiet = (alert: AlertRow, now: SimTime) =>
  alert.quietUntil !== null && alert.quietUntil > now;

/** Does it wait for a verdict? */
export const isOpen = (alert: AlertRow) => alert.verdict === null;

/** What an alert is about: the values of its group. */
export const entityOf = (alert: AlertRow) => Object.values(alert.group).join(' · ');

function fits(alert: AlertRow, shown: Shown, now: SimTime): boolean {
  if (shown === 'open') return isOpen(alert);
  return shown === 'judged' ? alert.verdict !== null : isQuiet(alert, now);
}

type Ask = { shown: Shown; filter: string; mine: string | null; now: SimTime };

/** The alerts to show, loudest rules first, the latest of each first. */
export function queueOf(
  alerts: readonly AlertRow[],
  { shown, filter, mine, now }: Ask,
): readonly AlertRow[] {
  const wanted = filter.trim().toLowerCase();
  const found = alerts.filter(
    (alert) =>
      fits(alert, shown, now) &&
      (mine === null || alert.assignedTo === mine) &&
      [alert.rule, alert.title, entityOf(alert), alert.assignedTo ?? '', ...alert.techniques].some(
        (text) => text.toLowerCase().includes(wanted),
      ),
  );
  const rank = (alert: AlertRow) => LEVEL_ORDER.indexOf(alert.level);
  return found.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
      b.firstAt - a.firstAt ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Rows in an order that was fixed before, and how many have come that it does not know. */
export function heldQueue(
  queue: readonly AlertRow[],
  held: readonly string[],
): { rows: readonly AlertRow[]; fresh: number } {
  const byId = new Map(queue.map((alert) => [alert.id, alert]));
  const rows = held.flatMap((id) => byId.get(id) ?? []);
  return { rows, fresh: queue.length - rows.length };
}

/** The rows by rule, in their order. */
export function byRule(
  rows: readonly AlertRow[],
): readonly { rule: string; rows: readonly AlertRow[] }[] {
  const groups = new Map<string, AlertRow[]>();
  for (const row of rows) groups.set(row.rule, [...(groups.get(row.rule) ?? []), row]);
  return [...groups].map(([rule, members]) => ({ rule, rows: members }));
}

/** How many alerts of a rule are drawn before they are asked for. */
export const SHOWN_OF_RULE = 40;

/** The rows that are drawn: the first of each rule, all of those in `whole`. */
export function drawnRows(
  rows: readonly AlertRow[],
  whole: ReadonlySet<string>,
): readonly AlertRow[] {
  return byRule(rows).flatMap(({ rule, rows: members }) =>
    whole.has(rule) ? members : members.slice(0, SHOWN_OF_RULE),
  );
}

/** A list with those that changed put in their places and new ones before it. */
export function mergeAlerts(
  known: readonly AlertRow[],
  changed: readonly AlertRow[],
): readonly AlertRow[] {
  const byId = new Map(changed.map((alert) => [alert.id, alert]));
  const kept = known.map((alert) => {
    const next = byId.get(alert.id);
    byId.delete(alert.id);
    return next ?? alert;
  });
  return [...byId.values(), ...kept];
}
