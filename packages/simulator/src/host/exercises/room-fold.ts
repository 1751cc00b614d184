import type { RoomBody, RoomEntry } from '../../exercise/room.ts';
import { applyDebrief, EMPTY_DEBRIEF, type RoomDebrief } from './room-debrief.ts';
import type { ExerciseState, SeatKind } from '../../router/exercise-types.ts';
import type { Role } from '../../scenario/roles.ts';
import type { SimTime } from '@dwell/core';

export type BotStyle = 'none' | 'written' | 'expert';

/** Somebody in the room, as the room log tells. */
export type RoomPerson = {
  id: string;
  name: string;
  kind: SeatKind;
  team: string | null;
  roles: readonly Role[];
  ready: boolean;
  help: boolean;
};

export type RoomTeam = {
  id: string;
  name: string;
  runId: string;
  /** Runs it was in before, with the time at which it left each. */
  earlier: readonly { runId: string; until: SimTime }[];
  /** Styles set by hand; other seats have the exercise's own. */
  bots: Readonly<Partial<Record<Role, BotStyle | null>>>;
};

export type FreezeAnswer = { by: string; low: number; high: number; confidence: number };

export type RoomFreeze = {
  /** Sequence number of the entry that began it. */
  id: number;
  question: string;
  endsWallMs: number;
  /** Simulated time of each team when it began; a team that is not named: nobody noted it. */
  at: Readonly<Record<string, SimTime>>;
  answers: readonly FreezeAnswer[];
};

export type RoomSaid = {
  id: number;
  wallMs: number;
  kind: 'jump' | 'rewind' | 'say' | 'start' | 'end';
  text: string;
  at: SimTime | null;
};

export type RoomNote = {
  id: number;
  wallMs: number;
  by: string;
  team: string | null;
  at: SimTime | null;
  objective: string | null;
  text: string;
};

/** The room as its log leaves it. Plain data, never changed in place. */
export type RoomState = {
  state: ExerciseState;
  phase: string | null;
  startedAtWallMs: number | null;
  endedAtWallMs: number | null;
  people: readonly RoomPerson[];
  teams: readonly RoomTeam[];
  said: readonly RoomSaid[];
  freeze: RoomFreeze | null;
  /** Questions that are over, with what everybody wrote. */
  freezes: readonly RoomFreeze[];
  notes: readonly RoomNote[];
  debrief: RoomDebrief;
};

export const EMPTY_ROOM: RoomState = {
  state: 'lobby',
  phase: null,
  startedAtWallMs: null,
  endedAtWallMs: null,
  people: [],
  teams: [],
  said: [],
  freeze: null,
  freezes: [],
  notes: [],
  debrief: EMPTY_DEBRIEF,
};

/** The room after these entries. */
export function foldRoom(entries: readonly RoomEntry[], before: RoomState = EMPTY_ROOM): RoomState {
  return entries.reduce(applyRoom, before);
}

type Of<Do extends RoomBody['do']> = Extract<RoomBody, { do: Do }>;

/** The room after one more entry. What speaks of somebody who is not there changes nothing. */
export function applyRoom(room: RoomState, entry: RoomEntry): RoomState {
  const { body } = entry;
  switch (body.do) {
    case 'team':
    case 'goes-on':
    case 'bot':
      return withTeams(room, body);
    case 'join':
    case 'seat':
    case 'rename':
    case 'remove':
    case 'ready':
    case 'help':
      return { ...room, people: peopleAfter(room.people, body) };
    case 'freeze':
    case 'freeze-answer':
    case 'unfreeze':
      return withFreeze(room, entry, body);
    case 'start':
    case 'end':
    case 'reset':
    case 'phase':
      return withState(room, entry, body);
    case 'say':
      return { ...room, said: [...room.said, said(entry, body.kind, body.text, body.at ?? null)] };
    case 'note': {
      const { do: _, ...note } = body;
      const { sequence: id, wallMs, by } = entry;
      return { ...room, notes: [...room.notes, { id, wallMs, by, ...note }] };
    }
    case 'look':
      return room;
    default:
      return { ...room, debrief: applyDebrief(room.debrief, entry, body) };
  }
}

function said(
  { sequence, wallMs }: RoomEntry,
  kind: RoomSaid['kind'],
  text = '',
  at: SimTime | null = null,
): RoomSaid {
  return { id: sequence, wallMs, kind, text, at };
}

function withState(
  room: RoomState,
  entry: RoomEntry,
  body: Of<'start' | 'end' | 'reset' | 'phase'>,
): RoomState {
  const { wallMs } = entry;
  switch (body.do) {
    case 'start':
      if (room.state !== 'lobby') return room;
      return {
        ...room,
        state: 'running',
        startedAtWallMs: wallMs,
        said: [...room.said, said(entry, 'start')],
      };
    case 'phase':
      return { ...room, phase: body.phase };
    case 'end':
      return {
        ...closeFreeze(room),
        state: 'ended',
        endedAtWallMs: wallMs,
        said: [...room.said, said(entry, 'end')],
      };
    case 'reset':
      return {
        ...EMPTY_ROOM,
        // How it is scored and shown was settled for the exercise, not for this playing of it.
        debrief: {
          ...EMPTY_DEBRIEF,
          template: room.debrief.template,
          pseudonyms: room.debrief.pseudonyms,
        },
        teams: room.teams.map((team) => ({ ...team, earlier: [] })),
        people: room.people.map((person) => ({ ...person, ready: false, help: false })),
      };
  }
}

function withTeams(room: RoomState, body: Of<'team' | 'goes-on' | 'bot'>): RoomState {
  if (body.do === 'team') {
    const { team: id, name, runId } = body;
    return { ...room, teams: [...room.teams, { id, name, runId, earlier: [], bots: {} }] };
  }
  const teams = room.teams.map((team) => {
    if (team.id !== body.team) return team;
    if (body.do === 'bot') return { ...team, bots: { ...team.bots, [body.role]: body.style } };
    const earlier = [...team.earlier, { runId: team.runId, until: body.at }];
    return { ...team, runId: body.runId, earlier };
  });
  return { ...room, teams };
}

function peopleAfter(
  people: readonly RoomPerson[],
  body: Of<'join' | 'seat' | 'rename' | 'remove' | 'ready' | 'help'>,
): readonly RoomPerson[] {
  const { person: id } = body;
  if (body.do === 'remove') return people.filter((person) => person.id !== id);
  if (body.do === 'join') {
    const { name, kind, team } = body;
    const joined = { id, name, kind, team, roles: [], ready: false, help: false };
    return [...people.filter((person) => person.id !== id), joined];
  }
  return people.map((person) => {
    if (person.id !== id) return person;
    switch (body.do) {
      case 'seat':
        return { ...person, team: body.team, roles: body.roles };
      case 'rename':
        return { ...person, name: body.name };
      case 'ready':
        return { ...person, ready: true };
      case 'help':
        return { ...person, help: body.on };
    }
  });
}

function withFreeze(
  room: RoomState,
  { sequence, wallMs }: RoomEntry,
  body: Of<'freeze' | 'freeze-answer' | 'unfreeze'>,
): RoomState {
  if (body.do === 'unfreeze') return closeFreeze(room);
  if (body.do === 'freeze') {
    const { question, seconds, at = {} } = body;
    const endsWallMs = wallMs + seconds * 1_000;
    const freeze = { id: sequence, question, endsWallMs, at, answers: [] };
    return { ...closeFreeze(room), state: room.state === 'lobby' ? 'lobby' : 'frozen', freeze };
  }
  if (!room.freeze) return room;
  const { person: by, low, high, confidence } = body;
  const others = room.freeze.answers.filter((answer) => answer.by !== by);
  const answers = [...others, { by, low, high, confidence }];
  return { ...room, freeze: { ...room.freeze, answers } };
}

function closeFreeze(room: RoomState): RoomState {
  if (!room.freeze) return room;
  const state = room.state === 'frozen' ? 'running' : room.state;
  return { ...room, state, freeze: null, freezes: [...room.freezes, room.freeze] };
}
