import type { RoomEntry } from '../../exercise/room.ts';
import type { SeatKind } from '../../router/exercise-types.ts';
import type { Role } from '../../scenario/roles.ts';

/** Somebody who was in the room at any time, also one who was sent away. */
export type Once = {
  id: string;
  name: string;
  kind: SeatKind;
  team: string | null;
  roles: readonly Role[];
  /** Every name they ever had. */
  names: readonly string[];
  /** Came in by the code, and not because somebody who leads let them in. */
  bySelf: boolean;
};

/** Everybody who was ever in the room, in the order in which they came. */
export function everybody(entries: readonly RoomEntry[]): readonly Once[] {
  const people = new Map<string, Once>();
  for (const { by, body } of entries) {
    if (body.do === 'join') {
      const { person: id, name, kind, team } = body;
      const names = [...new Set([...(people.get(id)?.names ?? []), name])];
      people.set(id, { id, name, kind, team, roles: [], names, bySelf: by === id });
    }
    const there = 'person' in body ? people.get(body.person) : undefined;
    if (!there) continue;
    if (body.do === 'seat') people.set(there.id, { ...there, team: body.team, roles: body.roles });
    if (body.do === 'rename') {
      const names = [...new Set([...there.names, body.name])];
      people.set(there.id, { ...there, name: body.name, names });
    }
  }
  return [...people.values()];
}
