import { DAY_MS, HOUR_MS, MINUTE_MS } from '@dwell/core/time';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

/**
 * How long a verdict of false or benign keeps a rule's findings about an entity down, ms: the rule's own
 * timespan (of its last correlation, else `dwell.quiet`), and never less than a day.
 */
export function quietMs(rule: string): number {
  const spans = [...rule.matchAll(/\b(?:timespan|quiet):\s*["']?(\d+)([smhd])\b/g)];
  const own = spans.findLast(([found]) => found.startsWith('timespan')) ?? spans.at(-1);
  return Math.max(DAY_MS, own ? Number(own[1]) * UNITS[own[2]!]! : 0);
}
