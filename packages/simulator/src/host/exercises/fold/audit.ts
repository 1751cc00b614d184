import type { RoomBody, RoomEntry } from '../../../exercise/room.ts';
import type { Desk } from '../../../router/exercise-types.ts';

const TOLD_MAX = 500;

/** The latest entries of the room log, one line each. What people answered to a freeze stays out. */
export function auditOf(entries: readonly RoomEntry[]): Desk['audit'] {
  return entries
    .slice(-TOLD_MAX)
    .map(({ sequence, wallMs, by, body }) => ({ sequence, wallMs, by, what: lineOf(body) }));
}

function lineOf(body: RoomBody): string {
  const parts = Object.entries(body)
    .filter(([name, value]) => name !== 'low' && name !== 'high' && value !== null)
    .map(([, value]) => (Array.isArray(value) ? value.join(', ') : String(value)));
  return parts.join(' · ').slice(0, 200);
}
