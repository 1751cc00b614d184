import { DAY_MS, type SimTime } from '@dwell/core';
import { LEAVER_ID, staff } from '@dwell/shop';
import type { TelemetryView } from '@dwell/telemetry';
import type { Scenario } from '../scenario/types.ts';
import { PRINCIPAL_NAMES } from '../world/emit/principals.ts';
import type { WorldState } from '../world/state.ts';

/** The view of a run's state at `now`; `always` names enrichments that are on from the start. */
export function telemetryView(
  state: WorldState,
  scenario: Scenario,
  now: SimTime,
  always: readonly string[] = [],
): TelemetryView {
  const { calendar } = scenario;
  const epoch = (at: SimTime) => calendar.startMs + at;
  const leftAt = staff(0, calendar).find((person) => person.id === LEAVER_ID)?.leftAt ?? null;
  const { retentionDays, fromMs } = left(state, scenario, now);
  const bought = Object.entries(state.enrichments).map(([name, at]) => [name, epoch(at)] as const);
  return {
    calendar,
    asOfMs: epoch(now),
    retentionDays,
    // A hold keeps all that had not aged out when it began, and is not destroyed.
    holds: state.holds.map((hold) => ({ fromMs: epoch(fromMs), heldAtMs: epoch(hold.at) })),
    enrichments: {
      ...Object.fromEntries(bought),
      ...Object.fromEntries(always.map((name) => [name, epoch(0)])),
    },
    keys: state.keys.keys
      .filter((key) => key.purpose === 'member-token')
      .map((key) => ({
        version: key.version,
        kid: key.kid,
        custodianLeftAtMs:
          key.custodians.includes(LEAVER_ID) && leftAt !== null ? epoch(leftAt) : null,
      })),
    principals: PRINCIPAL_NAMES,
  };
}

/** How long logs are kept, and from when holds can keep any: what was destroyed is in neither. */
function left(
  state: WorldState,
  scenario: Scenario,
  now: SimTime,
): { retentionDays: number; fromMs: SimTime } {
  const days = scenario.knobs['world.retention_days'];
  const from = state.exercise?.logsFrom ?? null;
  if (from === null || from > now) return { retentionDays: days, fromMs: 0 };
  return { retentionDays: Math.min(days, (now - from) / DAY_MS), fromMs: from };
}
