import type { Template } from '@dwell/scoring';
import type { DebriefView } from '../debrief-service.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { ofTeam } from '../exercises/room-debrief.ts';
import { casePeople } from './case-room.ts';
import type { DebriefSight } from './debrief-sight.ts';
import { throughTexts, unnamer } from './pseudonyms.ts';
import type { TeamDebrief } from './team-debrief.ts';

/** What a debrief's screen is told besides what was made of the run. */
export function debriefView(
  room: ExerciseRoom,
  teamId: string,
  sight: DebriefSight,
  templates: readonly Template[],
): DebriefView {
  const { record, state } = room;
  const { debrief } = state;
  const team = room.team(teamId);
  const notes = state.notes
    .filter((note) => sight.truth && (note.team === null || note.team === teamId))
    .map(({ by, at, objective, text }) => ({ by, at, objective, text }));
  const written = {
    wash: ofTeam(debrief.wash, teamId),
    improvements: ofTeam(debrief.improvements, teamId),
    notes,
  };
  return {
    exerciseId: record.id,
    name: record.settings.name,
    team: { id: teamId, name: team.name },
    teams: state.teams
      .filter(({ id }) => sight.team === null || id === sight.team)
      .map(({ id, name }) => ({ id, name })),
    state: state.state,
    shared: debrief.shared,
    rates: sight.rates,
    leads: sight.leads,
    trainee: sight.trainee,
    people: casePeople(room, teamId),
    anonymised: debrief.anonymised,
    runId: team.runId,
    pseudonymous: debrief.pseudonyms,
    template: debrief.template ?? templates[0]!,
    templates,
    ...(debrief.pseudonyms ? throughTexts(written, unnamer(room.tail.entries)) : written),
    ...{ debrief: null, asOf: null, stale: false, work: null, failed: null },
  };
}

/** The same with what was made of the run. */
export async function withDebrief(view: DebriefView, made: TeamDebrief): Promise<DebriefView> {
  return { ...view, ...made.shown, stale: await made.stale() };
}
