import type { SimTime } from '@dwell/core/time';
import type { GateView, RunEvent } from '@dwell/simulator/router';

/** Checks that are bought and lifted; the others are there from the beginning to the end. */
const SWITCHED = new Set(['issued', 'subject_exists']);

/** The checks that an event switches, and which way; null for any other event. */
function switchedBy(event: RunEvent, check: string): boolean | null {
  if (!SWITCHED.has(check)) return null;
  const { control } = event.values;
  if (event.kind === 'control.switched-on' && control === check) return true;
  if (event.kind === 'control.restored' && control === 'check') return false;
  return null;
}

/** The gateway's checks as they stood at a moment, worked out from how they stand now and what switched them. */
export function gatesAt(
  now: readonly GateView[],
  events: readonly RunEvent[],
  at: SimTime,
): readonly { check: string; on: boolean }[] {
  return now.map(({ check, on }) => {
    const switches = events.flatMap((event) => {
      const to = switchedBy(event, check);
      return to === null ? [] : [{ at: event.at, to }];
    });
    const last = switches.findLast((each) => each.at <= at);
    // What is switched at all was off before its first switch.
    return { check, on: last ? last.to : switches.length > 0 ? false : on };
  });
}
