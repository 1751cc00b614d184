import type { Door, Role } from '@dwell/simulator/router';

/**
 * The seat for somebody who leaves the choice to us: in the team asked for, or the one with the fewest
 * people, the first role that has fewest. Null when there are no seats.
 */
export function freeSeat(door: Door, teamId?: string): { team: string; role: Role } | null {
  const size = (team: Door['teams'][number]) =>
    team.seats.reduce((sum, seat) => sum + seat.taken, 0);
  const team =
    door.teams.find((each) => each.id === teamId) ??
    door.teams.toSorted((a, b) => size(a) - size(b))[0];
  const seat = team?.seats.toSorted((a, b) => a.taken - b.taken)[0];
  return team && seat ? { team: team.id, role: seat.role } : null;
}
