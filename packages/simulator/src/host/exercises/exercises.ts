import { badInput, type SimTime } from '@dwell/core';
import type {
  ConsoleMessage,
  Desk,
  Door,
  ExerciseRow,
  ExerciseSettings,
  SeatKind,
} from '../../router/exercise-types.ts';
import type { Role } from '../../scenario/roles.ts';
import type {
  ControlAct,
  ExerciseCard,
  ExerciseService,
  Invitation,
  RoomAct,
  SeatAct,
  TeamAct,
} from '../exercise-service.ts';
import type { Form } from '../../exercise/documents/types.ts';
import type { Viewer } from '../service.ts';
import { actInTeam, controlInject } from './act.ts';
import { seatRefuses } from './needs.ts';
import { consoleFeed } from './console-feed.ts';
import { consoleSource } from './console-source.ts';
import { createExercise } from './create-exercise.ts';
import { deskFeed } from './desk-feed.ts';
import { deskOf, exerciseRow } from './desk.ts';
import { diskUse, type DiskUse } from './disk-use.ts';
import { doorOf } from './door.ts';
import { tidyCode } from './exercise-code.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { facilitate } from './facilitate.ts';
import { invite, joinRoom } from './join.ts';
import { Leaders } from './leaders.ts';
import type { ExerciseParts } from './parts.ts';
import { removeExercise } from './remove-exercise.ts';
import { resetRuns, rewindTeam } from './rewind.ts';
import { Rooms } from './rooms.ts';
import { seatIn } from './seat-in.ts';
import { exerciseCard, exerciseForms, exerciseShelfCards } from './shelf.ts';
import { sit } from './sit.ts';
import {
  mustBeIn,
  mustControl,
  mustEvaluate,
  personId,
  standingOf,
  mustInstruct,
} from './standing.ts';
import type { ExerciseClockRequest } from './team-clocks.ts';

/** Exercises: people and teams around runs. */
export class Exercises implements ExerciseService {
  readonly #parts: ExerciseParts;
  readonly #rooms: Rooms;
  readonly #leaders: Leaders;

  constructor(parts: ExerciseParts) {
    this.#parts = parts;
    this.#rooms = new Rooms(parts.ports, (runId) => parts.host(runId), parts.wall);
    this.#leaders = new Leaders(parts);
  }

  /** Takes up exercises that were going on when the last process ended. */
  async start(): Promise<void> {
    for (const room of await this.#rooms.all()) this.#leaders.lead(room);
  }

  async stop(): Promise<void> {
    this.#leaders.stop();
    await this.#rooms.stop();
  }

  /** All exercises, newest first. */
  rooms(): Promise<ExerciseRoom[]> {
    return this.#rooms.all();
  }

  async shelf(): Promise<ExerciseCard[]> {
    return exerciseShelfCards();
  }

  async card(viewer: Viewer, id: string): Promise<ExerciseCard> {
    const room = await this.room(id);
    mustEvaluate(viewer, room);
    const { host } = await room.table(room.state.teams[0]!.id);
    return exerciseCard(room.record.settings.exercise, host.scenario, await room.plan());
  }

  async forms(): Promise<Form[]> {
    return exerciseForms();
  }

  async create(viewer: Viewer, settings: ExerciseSettings): Promise<{ id: string; code: string }> {
    mustInstruct(viewer);
    const { id, code } = await createExercise(this.#parts, viewer, settings);
    this.#leaders.lead(await this.#rooms.room(id));
    return { id, code };
  }

  async list(viewer: Viewer): Promise<ExerciseRow[]> {
    mustInstruct(viewer);
    const rows = (await this.#rooms.all()).map((room) => exerciseRow(room, this.#parts.run));
    const settled = await Promise.allSettled(rows);
    return settled.flatMap((row) => (row.status === 'fulfilled' ? [row.value] : []));
  }

  async desk(viewer: Viewer, id: string): Promise<Desk> {
    const room = await this.room(id);
    mustEvaluate(viewer, room);
    return deskOf(room, this.#deskParts());
  }

  async *deskLive(
    viewer: Viewer,
    id: string,
    signal: AbortSignal,
  ): AsyncGenerator<{ id: string; desk: Desk }> {
    const room = await this.room(id);
    mustEvaluate(viewer, room);
    const leave = room.presence.connect(personId(viewer));
    try {
      yield* deskFeed(
        {
          room,
          desk: () => deskOf(room, this.#deskParts()),
          allowed: () => standingOf(viewer, room).evaluates,
        },
        signal,
      );
    } finally {
      leave();
    }
  }

  async act(viewer: Viewer, id: string, act: RoomAct): Promise<void> {
    const room = await this.room(id);
    if (act.do === 'note') mustEvaluate(viewer, room);
    else mustControl(viewer, room);
    room.presence.acted(personId(viewer), this.#parts.wall());
    await facilitate(this.#leaders.control(room), personId(viewer), act);
    if (act.do === 'end') this.#parts.ended(room);
  }

  async clock(viewer: Viewer, id: string, request: ExerciseClockRequest): Promise<void> {
    const room = await this.room(id);
    mustControl(viewer, room);
    await this.#leaders.control(room).clocks.drive(personId(viewer), request);
  }

  async control(viewer: Viewer, id: string, team: string, act: ControlAct): Promise<void> {
    const room = await this.room(id);
    mustControl(viewer, room);
    await controlInject(room, team, personId(viewer), act);
  }

  async rewind(viewer: Viewer, id: string, team: string, at: SimTime): Promise<{ runId: string }> {
    const room = await this.room(id);
    mustControl(viewer, room);
    return rewindTeam(this.#parts, viewer, { room, team, at });
  }

  async reset(viewer: Viewer, id: string): Promise<void> {
    const room = await this.room(id);
    mustControl(viewer, room);
    this.#leaders.control(room).freezes.close();
    await resetRuns(this.#parts, viewer, room);
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    const room = await this.room(id);
    mustInstruct(viewer);
    this.#leaders.forget(room);
    await removeExercise(this.#parts, this.#rooms, room);
    await this.#parts.removed(room);
  }

  async seatLink(viewer: Viewer, id: string, person: string): Promise<{ url: string }> {
    const room = await this.room(id);
    mustControl(viewer, room);
    if (!room.person(person))
      throw seatRefuses('there is no such person', 'choose one of the room');
    return this.#door().seatLink(id, { person });
  }

  async invite(
    viewer: Viewer,
    id: string,
    ask: Invitation,
  ): Promise<{ person: string; url: string }> {
    const room = await this.room(id);
    mustControl(viewer, room);
    const person = await invite(room, personId(viewer), ask);
    return { person, ...(await this.#door().seatLink(id, { person })) };
  }

  async *shoulder(
    viewer: Viewer,
    id: string,
    person: string,
    lastEventId: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<{ id: string; message: ConsoleMessage }> {
    const room = await this.room(id);
    mustControl(viewer, room);
    const by = personId(viewer);
    const at = new Date(this.#parts.wall()).toISOString();
    if (lastEventId === null)
      await room.tail.append(() => ({ by, body: { do: 'look', person, at } }));
    yield* consoleFeed(consoleSource(room, person), lastEventId, signal);
  }

  disk(viewer: Viewer): Promise<DiskUse> {
    mustInstruct(viewer);
    return diskUse(this.#parts);
  }

  async door(code: string): Promise<Door> {
    return doorOf(await this.#rooms.byCode(tidyCode(code)));
  }

  async join(
    code: string,
    ask: { name: string; kind: SeatKind; team?: string; roles?: readonly Role[]; person: string },
  ): Promise<{ exerciseId: string }> {
    const room = await this.#rooms.byCode(tidyCode(code));
    await joinRoom(room, ask);
    return { exerciseId: room.id };
  }

  async seatOf(
    viewer: Viewer,
    runId: string,
  ): Promise<{ exerciseId: string; roles: readonly Role[] } | null> {
    if (!(await this.#parts.host(runId)).scenario.exercise) return null;
    const rooms = viewer.seat
      ? [await this.room(viewer.seat.exerciseId)]
      : await this.#rooms.known();
    return seatIn(rooms, viewer, runId);
  }

  async sit(viewer: Viewer, id: string, act: SeatAct): Promise<void> {
    const room = await this.room(id);
    const person = mustBeIn(viewer, room);
    room.presence.acted(person.id, this.#parts.wall());
    await sit(room, person, act);
  }

  async play(viewer: Viewer, id: string, act: TeamAct): Promise<{ sequence: number; at: SimTime }> {
    const room = await this.room(id);
    const person = mustBeIn(viewer, room);
    room.presence.acted(person.id, this.#parts.wall());
    return actInTeam(room, person, act);
  }

  async *live(
    viewer: Viewer,
    id: string,
    lastEventId: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<{ id: string; message: ConsoleMessage }> {
    const room = await this.room(id);
    const person = mustBeIn(viewer, room);
    const leave = room.presence.connect(person.id);
    try {
      yield* consoleFeed(consoleSource(room, person.id), lastEventId, signal);
    } finally {
      leave();
    }
  }

  /** The room of an exercise, taken in hand. Errors: `NO_SUCH_EXERCISE`. */
  async room(id: string): Promise<ExerciseRoom> {
    const room = await this.#rooms.room(id);
    this.#leaders.lead(room);
    return room;
  }

  #deskParts() {
    const { ports, run } = this.#parts;
    return { run, joinUrl: (code: string) => ports.door?.joinUrl(code) ?? `/join/${code}` };
  }

  #door() {
    const web = this.#parts.ports.door;
    if (web) return web;
    throw badInput('NO_DOOR', 'nobody comes in by links here', 'this server', 'open the web door');
  }
}
