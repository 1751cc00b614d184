import type { ExerciseRecord } from '../../exercise/room.ts';
import { noSuchExercise } from '../memory-exercises.ts';
import type { HostPorts } from '../ports.ts';
import type { RunHost } from '../run-host.ts';
import { ExerciseRoom } from './exercise-room.ts';
import { RoomTail } from './room-tail.ts';

const KNOWN_MS = 5_000;

/** The exercises in this process's hands. */
export class Rooms {
  readonly #ports: HostPorts;
  readonly #host: (runId: string) => Promise<RunHost>;
  readonly #wall: () => number;
  readonly #open = new Map<string, Promise<ExerciseRoom>>();
  #knownWallMs = Number.MIN_SAFE_INTEGER;

  constructor(ports: HostPorts, host: (runId: string) => Promise<RunHost>, wall: () => number) {
    this.#ports = ports;
    this.#host = host;
    this.#wall = wall;
  }

  /** Errors: `NO_SUCH_EXERCISE`. */
  room(id: string): Promise<ExerciseRoom> {
    let room = this.#open.get(id);
    if (!room) {
      room = this.#openRoom(id);
      this.#open.set(id, room);
      room.catch(() => this.#open.delete(id));
    }
    return room;
  }

  /** All of them, newest first. */
  async all(): Promise<ExerciseRoom[]> {
    const records = await this.#ports.exercises.list();
    const rooms = await Promise.allSettled(records.map(({ id }) => this.room(id)));
    return rooms.flatMap((room) => (room.status === 'fulfilled' ? [room.value] : []));
  }

  /** Errors: `NO_SUCH_EXERCISE`. */
  async byCode(code: string): Promise<ExerciseRoom> {
    const record = await this.#ports.exercises.byCode(code);
    if (!record) throw noSuchExercise(code);
    return this.room(record.id);
  }

  /** All of them, as of some seconds ago at most: what another process made meanwhile may be missing. */
  async known(): Promise<ExerciseRoom[]> {
    const wallMs = this.#wall();
    if (wallMs - this.#knownWallMs < KNOWN_MS) return this.opened();
    this.#knownWallMs = wallMs;
    return this.all();
  }

  /** Those that are open, without opening any. */
  async opened(): Promise<ExerciseRoom[]> {
    const rooms = await Promise.allSettled(this.#open.values());
    return rooms.flatMap((room) => (room.status === 'fulfilled' ? [room.value] : []));
  }

  async forget(id: string): Promise<void> {
    const room = await this.#open.get(id)?.catch(() => null);
    this.#open.delete(id);
    await room?.close();
  }

  async stop(): Promise<void> {
    for (const room of await this.opened()) await room.close();
    this.#open.clear();
  }

  async #openRoom(id: string): Promise<ExerciseRoom> {
    const record: ExerciseRecord | null = await this.#ports.exercises.get(id);
    if (!record) throw noSuchExercise(id);
    const tail = new RoomTail(this.#ports.roomLog(id), this.#wall);
    await tail.open();
    return new ExerciseRoom(record, tail, this.#host);
  }
}
