import type { SimTime } from '@dwell/core';
import type { Command } from '../../run/command.ts';
import type { LogPlace } from './filings.ts';

/**
 * When the scope changed for those who look after it: estimates that have nothing in common with the
 * one recorded before, and the first one. From the world log alone, so that a fork forgets what came later.
 */
export function newFacts(commands: readonly Command[], now: SimTime): LogPlace[] {
  const facts: LogPlace[] = [];
  let last: { low: number; high: number } | null = null;
  for (const { body, at, sequence } of commands) {
    if (body.do !== 'record' || body.entry.kind !== 'estimate' || at > now) continue;
    const { low, high } = body.entry;
    if (last === null || low > last.high || high < last.low) facts.push({ at, sequence });
    last = { low, high };
  }
  return facts;
}
