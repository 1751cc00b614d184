import type { Template } from '@dwell/scoring';
import type { CasePerson, CaseRoom } from '../../debrief/types.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { ofTeam } from '../exercises/room-debrief.ts';
import { everybody } from './everybody.ts';
import { pseudonymsOf, throughTexts, unnamer } from './pseudonyms.ts';

/** Everybody who was in a team or looked on at it, by pseudonym when those are wanted. */
export function casePeople({ tail }: ExerciseRoom, team: string): readonly CasePerson[] {
  const { entries, state } = tail;
  const names = state.debrief.pseudonyms ? pseudonymsOf(entries) : null;
  return everybody(entries)
    .filter((person) => person.team === team || person.kind !== 'trainee')
    .map(({ id, name, kind, roles }) => ({ id, name: names?.get(id) ?? name, kind, roles }));
}

/** What the room adds to a team's run, as it stands now. */
export function caseRoom(room: ExerciseRoom, teamId: string, standard: Template): CaseRoom {
  const { entries, state } = room.tail;
  const { ratings, wash, improvements, template, pseudonyms } = state.debrief;
  const team = room.team(teamId);
  const people = casePeople(room, teamId);
  const mates = new Set(people.filter(({ kind }) => kind === 'trainee').map(({ id }) => id));
  const asked = state.freeze ? [...state.freezes, state.freeze] : state.freezes;
  const made: CaseRoom = {
    title: room.record.settings.name,
    team: team.name,
    ended: state.state === 'ended',
    people,
    freezes: asked.map(({ question, at, answers }) => ({
      question,
      at: at[teamId] ?? null,
      answers: answers.filter(({ by }) => mates.has(by)),
    })),
    notes: state.notes
      .filter((note) => note.team === null || note.team === teamId)
      .map(({ by, at, objective, text }) => ({ by, at, objective, text })),
    ratings: ofTeam(ratings, teamId),
    wash: ofTeam(wash, teamId),
    improvements: ofTeam(improvements, teamId),
    template: template ?? standard,
    pseudonymous: pseudonyms,
  };
  if (!pseudonyms) return made;
  const { title, template: same } = made;
  return { ...throughTexts(made, unnamer(entries)), title, template: same };
}
