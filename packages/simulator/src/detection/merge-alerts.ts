import type { Alert } from './alert-tracker.ts';

/** What was seen of a run's rules in consecutive ranges of days. */
export type WatchedPart = {
  alerts: readonly Alert[];
  /** Rule → local days on which it held over an attack's record. */
  attackDaysSeen: Readonly<Record<string, readonly number[]>>;
};

/**
 * Puts ranges together: an alert still going on at the end of a range is one with the alert of the same
 * group that the next range begins with. Numbers are given anew, in order of time.
 * `timespanMs`: quiet time that ends an alert, by rule.
 */
export function mergeAlerts(
  parts: readonly WatchedPart[],
  timespanMs: Readonly<Record<string, number>>,
): WatchedPart {
  const last = new Map<string, Alert>();
  const alerts: Alert[] = [];
  for (const part of parts) {
    for (const alert of part.alerts.toSorted((a, b) => a.firstMs - b.firstMs)) {
      const key = `${alert.rule}\n${JSON.stringify(alert.group)}`;
      const before = last.get(key);
      if (before && alert.firstMs - before.lastMs <= timespanMs[alert.rule]!) {
        before.lastMs = Math.max(before.lastMs, alert.lastMs);
        before.events += alert.events;
        before.firstAttackMs ??= alert.firstAttackMs;
        continue;
      }
      const copy = { ...alert };
      last.set(key, copy);
      alerts.push(copy);
    }
  }
  alerts.sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.firstMs - b.firstMs));
  const raised = new Map<string, number>();
  for (const alert of alerts) {
    alert.number = (raised.get(alert.rule) ?? 0) + 1;
    raised.set(alert.rule, alert.number);
  }
  const names = new Set(parts.flatMap((part) => Object.keys(part.attackDaysSeen)));
  const daysOf = (name: string) =>
    new Set(parts.flatMap((part) => part.attackDaysSeen[name] ?? []));
  return {
    alerts,
    attackDaysSeen: Object.fromEntries(
      [...names].map((name) => [name, [...daysOf(name)].sort((a, b) => a - b)]),
    ),
  };
}
