import { DAY_MS, type SimTime } from '@dwell/core';
import type { WorldApi } from '../../world/world-api.ts';

/** The time from which logs are still there: retention, holds and what was destroyed taken together. */
export function keptFrom({
  state,
  knobs,
  now,
}: Pick<WorldApi, 'state' | 'knobs' | 'now'>): SimTime {
  const retentionMs = knobs['world.retention_days'] * DAY_MS;
  const heldAt = Math.min(now, ...state.holds.map(({ at }) => at));
  return Math.max(0, heldAt - retentionMs, state.exercise?.logsFrom ?? 0);
}
