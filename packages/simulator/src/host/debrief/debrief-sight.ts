import { badInput, type DwellError } from '@dwell/core';
import { seatRefuses } from '../exercises/needs.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import type { RoomPerson } from '../exercises/room-fold.ts';
import { standingOf } from '../exercises/standing.ts';
import type { Viewer } from '../service.ts';
import { everybody } from './everybody.ts';

/** What a debrief is to somebody. */
export type DebriefSight = {
  /** Sees it at any time: leads, rates, or was asked to look on. */
  truth: boolean;
  /** Sees it as one of the team: after the end, once it is shared. */
  trainee: boolean;
  /** May look at it now. */
  sees: boolean;
  rates: boolean;
  leads: boolean;
  /** Teams whose debrief it is; null: all. */
  team: string | null;
  person: RoomPerson | null;
};

/**
 * What the debrief of an exercise is to a viewer now. Who plays alone is one of the team until the end;
 * who came in by the code to look on may be anybody, and sees what trainees see.
 */
export function debriefSight(viewer: Viewer, room: ExerciseRoom): DebriefSight {
  const { control, evaluates, person } = standingOf(viewer, room);
  const { state, debrief } = room.state;
  const ended = state === 'ended';
  const plays = person?.kind === 'trainee';
  const free = !plays || ended;
  const leads = control && free;
  const rates = evaluates && free;
  const truth = rates || (person?.kind === 'observer' && !cameBySelf(room, person.id));
  const trainee = !truth && person !== null;
  return {
    ...{ truth, trainee, rates, leads, person },
    sees: state !== 'lobby' && (truth || (trainee && ended && debrief.shared)),
    team: trainee ? person.team : null,
  };
}

function cameBySelf({ tail }: ExerciseRoom, id: string): boolean {
  return everybody(tail.entries).find((each) => each.id === id)?.bySelf ?? true;
}

/** Errors: `NOT_STARTED`, `NOT_ALLOWED` unless the viewer may look at this team's debrief now. */
export function mustSeeDebrief(viewer: Viewer, room: ExerciseRoom, team: string): DebriefSight {
  const sight = debriefSight(viewer, room);
  if (!sight.truth && !sight.trainee) throw seatRefuses('you are not in this exercise', 'join it');
  if (room.state.state === 'lobby') throw notStarted(room);
  room.team(team);
  if (!sight.sees || (sight.team !== null && sight.team !== team)) {
    const todo = sight.sees ? 'look at your own team’s' : 'wait until it is shared after the end';
    throw seatRefuses('this debrief is not yours to see', todo);
  }
  return sight;
}

/**
 * The team whose debrief a viewer follows: the one asked for, their own, or the first. A team follows its
 * hot wash from the end on, before the debrief is shared. Errors: `NOT_STARTED`, `NOT_ALLOWED`, `NO_SUCH`.
 */
export function mustFollowDebrief(
  viewer: Viewer,
  room: ExerciseRoom,
  asked: string | null,
): string {
  const sight = debriefSight(viewer, room);
  if (!sight.truth && !sight.trainee) throw seatRefuses('you are not in this exercise', 'join it');
  if (room.state.state === 'lobby') throw notStarted(room);
  const team = asked ?? sight.team ?? room.state.teams[0]!.id;
  room.team(team);
  if (followedSight(viewer, room, team)) return team;
  if (room.state.state === 'ended')
    throw seatRefuses('this debrief is another team’s', 'look at your own');
  throw seatRefuses('the debrief comes after the end', 'play on');
}

/** What a viewer may still see of a team's debrief that they follow; null: nothing any more. */
export function followedSight(
  viewer: Viewer,
  room: ExerciseRoom,
  team: string,
): DebriefSight | null {
  const sight = debriefSight(viewer, room);
  const told = sight.truth || (sight.trainee && room.state.state === 'ended');
  return told && (sight.team === null || sight.team === team) ? sight : null;
}

/** Errors: `NOT_ALLOWED` unless the viewer leads. */
export function mustLeadDebrief(viewer: Viewer, room: ExerciseRoom): DebriefSight {
  const sight = debriefSight(viewer, room);
  if (!sight.leads)
    throw seatRefuses('only who leads the exercise may do this', 'ask the facilitator');
  return sight;
}

export function notStarted({ record }: ExerciseRoom): DwellError {
  const { name } = record.settings;
  return badInput('NOT_STARTED', 'there is nothing to talk over yet', name, 'start the exercise');
}
