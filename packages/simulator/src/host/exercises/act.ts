import type { SimTime } from '@dwell/core';
import type { ControlAct, TeamAct } from '../exercise-service.ts';
import { seatRefuses } from './needs.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { mustRun } from './facilitate.ts';
import { commandOf } from './play.ts';
import type { RoomPerson } from './room-fold.ts';
import type { TeamTable } from './team-table.ts';

/** How long an act waits for a world that has just been started. */
const CATCH_UP_MS = 2_000;

/**
 * Does what somebody asks of their team's run; what it says has been logged when this resolves.
 * Errors: `NOT_ALLOWED`, `NOT_STARTED`, `ENDED`, those of `commandOf` and of the run.
 */
export async function actInTeam(
  room: ExerciseRoom,
  person: RoomPerson,
  act: TeamAct,
): Promise<{ sequence: number; at: SimTime }> {
  if (person.kind !== 'trainee' || person.team === null)
    throw seatRefuses('only a team acts', 'watch it');
  // The hot wash goes on after the end: what was learnt is written down then.
  if (act.do !== 'record' || room.state.state === 'lobby') mustRun(room);
  const table = await liveTable(room, person.team);
  const { plan, facts, host } = table;
  const holders = room.holders(plan, room.team(person.team));
  const actor = { person: person.id, roles: person.roles };
  const request = commandOf(act, actor, { plan, facts, holders });
  if (!request) return { sequence: host.log.length, at: table.now };
  const { sequence, at } = await host.act(request);
  return { sequence, at };
}

/** The facilitator's hand on a team's injects. Errors: those of the run. */
export async function controlInject(
  room: ExerciseRoom,
  team: string,
  by: string,
  act: ControlAct,
): Promise<void> {
  const table = await liveTable(room, team);
  await table.host.act({ by, role: 'facilitator', body: act });
  await table.look.now();
}

/** A team's table with what its world has told at hand. */
async function liveTable(room: ExerciseRoom, team: string): Promise<TeamTable> {
  const table = await room.table(team);
  const { host } = table;
  if (host.hasWorld) return table;
  await host.world();
  await host.caughtUp(CATCH_UP_MS);
  await table.look.now();
  return table;
}
