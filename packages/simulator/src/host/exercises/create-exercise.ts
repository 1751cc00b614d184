import { randomUUID } from 'node:crypto';
import { badInput, DwellError } from '@dwell/core';
import { exerciseScenario } from '../../exercise/file/exercise-scenario.ts';
import type { ExerciseRecord } from '../../exercise/room.ts';
import type { ExerciseSettings } from '../../router/exercise-types.ts';
import { ROLES } from '../../scenario/roles.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { Viewer } from '../service.ts';
import { exerciseCode } from './exercise-code.ts';
import type { ExerciseParts } from './parts.ts';
import { RoomTail } from './room-tail.ts';

const CODE_ATTEMPTS = 8;

/**
 * Makes an exercise: its record, one run a team on one seed (they share one history), and the room's
 * first entries. Errors: those of the plan and of making a run, `INPUT`.
 */
export async function createExercise(
  parts: ExerciseParts,
  viewer: Viewer,
  settings: ExerciseSettings,
): Promise<ExerciseRecord> {
  checkSettings(settings);
  const scenario = scenarioOf(settings);
  const record = await keepRecord(parts, viewer, settings);
  const tail = new RoomTail(parts.ports.roomLog(record.id), parts.wall);
  await tail.open();
  const by = viewer.id;
  try {
    for (const [i, name] of settings.teams.entries()) {
      const runId = await makeTeamRun(parts, viewer, { settings, scenario, name });
      const body = { do: 'team' as const, team: `team-${i + 1}`, name, runId };
      await tail.append(() => ({ by, body }));
    }
    if (settings.solo) await seatAlone(tail, viewer, settings);
  } catch (error) {
    for (const { runId } of tail.state.teams) await parts.removeRun(runId).catch(() => undefined);
    await parts.ports.exercises.remove(record.id);
    throw error;
  } finally {
    tail.close();
  }
  return record;
}

/** The scenario that all teams of an exercise play, its plan included. */
export function scenarioOf(settings: ExerciseSettings): Scenario {
  // Bots hold what somebody alone leaves; with nobody in the rest, its work goes to the others.
  const everyRole = settings.solo && settings.difficulty.staffing !== 'none';
  return exerciseScenario(everyRole ? { ...settings, roles: ROLES } : settings);
}

/** A fresh run for a team. */
export async function makeTeamRun(
  parts: ExerciseParts,
  viewer: Viewer,
  { settings, scenario, name }: { settings: ExerciseSettings; scenario: Scenario; name: string },
): Promise<string> {
  const title = settings.teams.length > 1 ? `${settings.name} · ${name}` : settings.name;
  const { seed, scale } = settings;
  const start = scenario.exercise!.mode;
  const { id } = await parts.make(viewer, { name: title, scenario, seed, scale, start });
  return id;
}

async function keepRecord(
  { ports, wall }: ExerciseParts,
  viewer: Viewer,
  settings: ExerciseSettings,
): Promise<ExerciseRecord> {
  for (let attempt = 1; ; attempt++) {
    const record: ExerciseRecord = {
      id: randomUUID(),
      code: exerciseCode(),
      settings,
      createdBy: viewer.id,
      createdAtWallMs: wall(),
    };
    try {
      await ports.exercises.create(record);
      return record;
    } catch (error) {
      const taken = error instanceof DwellError && error.code === 'CODE_TAKEN';
      if (!taken || attempt >= CODE_ATTEMPTS) throw error;
    }
  }
}

async function seatAlone(
  tail: RoomTail,
  { id: person, name }: Viewer,
  { roles }: ExerciseSettings,
): Promise<void> {
  const [team] = tail.state.teams;
  const by = person;
  await tail.append(() => ({
    by,
    body: { do: 'join', person, name, kind: 'trainee', team: team!.id },
  }));
  await tail.append(() => ({ by, body: { do: 'seat', person, team: team!.id, roles } }));
}

function checkSettings({ teams, solo, roles }: ExerciseSettings): void {
  if (new Set(teams).size !== teams.length)
    throw badInput('INPUT', 'two teams have one name', 'teams', 'give each its own');
  if (solo && teams.length !== 1)
    throw badInput('INPUT', 'who plays alone is one team', 'teams', 'name one team');
  if (roles.length === 0) throw badInput('INPUT', 'nobody plays', 'roles', 'choose a role');
}
