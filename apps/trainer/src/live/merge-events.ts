import type { RunEvent } from '@dwell/simulator/router';

const keyOf = (event: RunEvent) => `${event.at} ${event.kind} ${JSON.stringify(event.values)}`;

/** A list of events in order with later ones added; those already there are not repeated. */
export function mergeEvents(
  known: readonly RunEvent[],
  incoming: readonly RunEvent[],
): readonly RunEvent[] {
  const first = incoming[0];
  if (!first) return known;
  const seen = new Set<string>();
  for (let i = known.length - 1; i >= 0 && known[i]!.at >= first.at; i--)
    seen.add(keyOf(known[i]!));
  const fresh = incoming.filter((event) => !seen.has(keyOf(event)));
  return fresh.length === 0 ? known : [...known, ...fresh];
}
