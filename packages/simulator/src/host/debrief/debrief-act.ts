import { badInput } from '@dwell/core';
import type { DebriefAct } from '../../exercise/debrief-act.ts';
import type { ExercisePlan } from '../../exercise/types.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { washIsOpen } from '../exercises/fold/wash.ts';
import { seatRefuses } from '../exercises/needs.ts';
import type { RoomState } from '../exercises/room-fold.ts';
import type { DebriefSight } from './debrief-sight.ts';

/** Lines of a team's hot wash, and improvements of its plan, at most. */
const LINES_MAX = 100;

type Of<Do extends DebriefAct['do']> = Extract<DebriefAct, { do: Do }>;

/**
 * Refuses an act that is not the viewer's to do, or that is about nothing. Trainees write into the hot
 * wash of their own team while it is open. Errors: `NOT_ALLOWED`, `NO_SUCH`, `TOO_MANY`.
 */
export function checkDebriefAct(
  room: ExerciseRoom,
  plan: ExercisePlan,
  sight: DebriefSight,
  act: DebriefAct,
): void {
  if ('team' in act) room.team(act.team);
  switch (act.do) {
    case 'rate':
    case 'unrate':
      if (!sight.rates) throw seatRefuses('only evaluators rate', 'tell them what you saw');
      mustBeObjective(plan, act.do === 'rate' ? act.rating.objective : act.objective);
      break;
    case 'template':
    case 'pseudonyms':
    case 'share-debrief':
      if (!sight.leads)
        throw seatRefuses('only who leads the exercise may do this', 'ask the facilitator');
      break;
    default:
      mustWrite(room, plan, sight, act.team);
      checkWriting(room.state, sight, act);
  }
}

function mustBeObjective({ objectives }: ExercisePlan, id: string): void {
  if (!objectives.some((objective) => objective.id === id))
    throw badInput('NO_SUCH', 'there is no such objective', id, 'choose one of the exercise');
}

function mustWrite(
  room: ExerciseRoom,
  plan: ExercisePlan,
  { rates, person }: DebriefSight,
  team: string,
): void {
  if (rates) return;
  const own = person?.kind === 'trainee' && person.team === team;
  if (!own || !washIsOpen(room.state, plan))
    throw seatRefuses(
      'the hot wash is not open to you',
      own ? 'wait for it' : 'write into your own team’s',
    );
}

/** A trainee takes back what they wrote; what the team mends is everybody's of it to complete. */
function checkWriting(
  { debrief }: RoomState,
  { rates, person }: DebriefSight,
  act: Of<'wash' | 'unwash' | 'improve' | 'unimprove'>,
): void {
  const items = act.do === 'wash' || act.do === 'unwash' ? debrief.wash : debrief.improvements;
  const own = items.filter(({ team }) => team === act.team);
  if (act.do === 'wash' || (act.do === 'improve' && act.id === undefined)) {
    if (own.length < LINES_MAX) return;
    throw badInput('TOO_MANY', 'the list is full', 'the hot wash', 'keep what matters most');
  }
  const there = own.find(({ id }) => id === act.id);
  if (!there) throw badInput('NO_SUCH', 'it is not there any more', act.id!, 'look again');
  if (act.do !== 'improve' && !rates && there.by !== person?.id)
    throw seatRefuses('somebody else wrote this', 'ask them, or who leads');
}
