import type { RoomBody } from '../../src/exercise/room.ts';
import { ExerciseRoom } from '../../src/host/exercises/exercise-room.ts';
import { RoomTail } from '../../src/host/exercises/room-tail.ts';
import { memoryPorts } from '../../src/host/memory-ports.ts';
import type { HostPorts } from '../../src/host/ports.ts';
import type { Viewer } from '../../src/host/service.ts';
import { CRISIS } from './exercise-room.ts';

/** Two teams, people of every kind: Ada and Bo of Red, Cy of Blue, and who looks on. */
export const PEOPLE: readonly RoomBody[] = [
  { do: 'team', team: 'team-1', name: 'Red', runId: 'run-1' },
  { do: 'team', team: 'team-2', name: 'Blue', runId: 'run-2' },
  { do: 'join', person: 'ada', name: 'Ada', kind: 'trainee', team: 'team-1' },
  { do: 'seat', person: 'ada', team: 'team-1', roles: ['soc-lead'] },
  { do: 'join', person: 'bo', name: '김하나', kind: 'trainee', team: 'team-1' },
  { do: 'join', person: 'cy', name: 'Cy', kind: 'trainee', team: 'team-2' },
  { do: 'join', person: 'eva', name: 'Eva', kind: 'evaluator', team: null },
  { do: 'join', person: 'lea', name: 'Lea', kind: 'facilitator', team: null },
  { do: 'join', person: 'guest', name: 'Gus', kind: 'observer', team: null },
  { do: 'join', person: 'seen', name: 'See', kind: 'observer', team: null },
];

/** Who came in by the code. */
const BY_SELF = new Set(['ada', 'bo', 'cy', 'guest']);

/** A room of its own, without runs, after these entries. */
export async function roomOf(
  bodies: readonly RoomBody[],
  ports: HostPorts = memoryPorts(),
  wall: () => number = () => 1_000,
): Promise<ExerciseRoom> {
  const record = {
    ...{ id: 'e', code: 'ABC234', settings: { ...CRISIS, teams: ['Red', 'Blue'] } },
    ...{ createdBy: 'i', createdAtWallMs: 0 },
  };
  await ports.exercises.create(record).catch(() => undefined);
  const tail = new RoomTail(ports.roomLog('e'), wall);
  await tail.open();
  for (const body of bodies) {
    const by = body.do === 'join' && BY_SELF.has(body.person) ? body.person : 'i';
    await tail.append(() => ({ by, body }));
  }
  return new ExerciseRoom(record, tail, () => Promise.reject(new Error('no runs here')));
}

/** Somebody of that room, as the web door lets them in. */
export const guestOf = (person: string, exerciseId = 'e'): Viewer => ({
  ...{ id: person, name: person, role: 'trainee' },
  seat: { exerciseId, person },
});
