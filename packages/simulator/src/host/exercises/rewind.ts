import { badInput, type SimTime } from '@dwell/core';
import type { RoomBody } from '../../exercise/room.ts';
import { driveClock } from '../clock-desk.ts';
import type { Viewer } from '../service.ts';
import { makeTeamRun, scenarioOf } from './create-exercise.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import type { ExerciseParts } from './parts.ts';
import { personId } from './standing.ts';

/** How long a fork may take to be ready; what it needs is there already. */
const READY_MS = 20_000;
const LOOK_MS = 50;

/**
 * A team goes on in a fork of its run at that time, its clock paused there at the old speed; said
 * aloud. Errors: `FORK`, `NO_SUCH`, `RUN_NOT_READY`.
 */
export async function rewindTeam(
  parts: ExerciseParts,
  viewer: Viewer,
  { room, team: id, at }: { room: ExerciseRoom; team: string; at: SimTime },
): Promise<{ runId: string }> {
  const team = room.team(id);
  const { host } = await room.table(id);
  const { speed } = host.clockKeeper.state;
  const fork = await parts.fork(viewer, team.runId, at);
  await ready(parts, fork.id);
  await driveClock(host, { do: 'pause' }, parts.wall());
  const target = await parts.host(fork.id);
  await driveClock(target, { do: 'speed', speed }, parts.wall());
  const by = personId(viewer);
  const append = (body: RoomBody) => room.tail.append(() => ({ by, body }));
  const from = target.clockKeeper.time();
  await append({ do: 'goes-on', team: id, runId: fork.id, at: from });
  await append({ do: 'say', kind: 'rewind', text: '', at: from });
  return { runId: fork.id };
}

/** Everything begins again: fresh runs for all teams, the room back in its lobby, people in their seats. */
export async function resetRuns(
  parts: ExerciseParts,
  viewer: Viewer,
  room: ExerciseRoom,
): Promise<void> {
  const { settings } = room.record;
  const before = room.state.teams;
  const scenario = scenarioOf(settings);
  const fresh = new Map<string, string>();
  for (const { id, name } of before)
    fresh.set(id, await makeTeamRun(parts, viewer, { settings, scenario, name }));
  const by = personId(viewer);
  for (const { id, runId } of before) {
    const at = (await parts.host(runId)).clockKeeper.time();
    const body = { do: 'goes-on' as const, team: id, runId: fresh.get(id)!, at };
    await room.tail.append(() => ({ by, body }));
  }
  await room.tail.append(() => ({ by, body: { do: 'reset' } }));
  for (const { runId, earlier } of before)
    for (const id of [runId, ...earlier.map((run) => run.runId)])
      await parts.removeRun(id).catch(() => undefined);
}

async function ready(parts: ExerciseParts, runId: string): Promise<void> {
  const deadline = parts.wall() + READY_MS;
  for (;;) {
    const { build, name } = await parts.run(runId);
    if (build.state === 'ready') return;
    if (build.state === 'failed' || parts.wall() > deadline) {
      throw badInput(
        'RUN_NOT_READY',
        'the history of this run is being built again',
        name,
        'try again when the build is done',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
