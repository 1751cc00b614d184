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
  switch (body.do) {
    case 'rate':
      return `rate · ${body.team} · ${body.rating.objective} · ${body.rating.letter}`;
    case 'improve':
      return `improve · ${body.team} · ${body.item.text}`.slice(0, 200);
    case 'template':
      return `template · ${body.template.name}`;
    case 'scored':
      return `scored · ${body.scored.team}`;
    case 'freeze':
      return `freeze · ${body.question} · ${body.seconds}`;
    default:
      return plainLine(body);
  }
}

function plainLine(body: RoomBody): string {
  const parts = Object.entries(body)
    .filter(([name, value]) => name !== 'low' && name !== 'high' && value !== null)
    .map(([, value]) => (Array.isArray(value) ? value.join(', ') : String(value)));
  return parts.join(' · ').slice(0, 200);
}
