import type { Desk, DeskTeam, ExerciseRow } from '../../router/exercise-types.ts';
import type { RunRow } from '../../router/types.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { allRoles } from './fold/audience.ts';
import { auditOf } from './fold/audit.ts';
import { decisionsSection } from './fold/decisions.ts';
import { deskInjects } from './fold/desk-injects.ts';
import { documentsSection } from './fold/documents.ts';
import { lossByDay } from './fold/loss-by-day.ts';
import { personCard, teamCard } from './fold/room.ts';
import { recordSection } from './fold/record.ts';
import type { RoomTeam } from './room-fold.ts';
import type { TeamTable } from './team-table.ts';

/** What the desk needs beside the room. */
export type DeskParts = { run(runId: string): Promise<RunRow>; joinUrl(code: string): string };

/** A row of the list of exercises. The build shown is that of the team furthest behind. */
export async function exerciseRow(
  room: ExerciseRoom,
  run: (runId: string) => Promise<RunRow>,
): Promise<ExerciseRow> {
  const { record, state } = room;
  const rows = await Promise.all(state.teams.map((team) => run(team.runId)));
  const slowest = rows.toSorted((x, y) => x.build.progress - y.build.progress)[0]?.build;
  const { name, exercise, solo } = record.settings;
  return {
    ...{ id: record.id, name, exercise, solo },
    code: record.code,
    state: state.state,
    teams: state.teams.length,
    people: state.people.length,
    createdAtWallMs: record.createdAtWallMs,
    build: {
      state: slowest?.state ?? 'waiting',
      progress: slowest?.progress ?? 0,
      secondsLeft: slowest?.secondsLeft ?? null,
    },
  };
}

/** The facilitator's desk, ground truth included. */
export async function deskOf(room: ExerciseRoom, parts: DeskParts): Promise<Desk> {
  const { record, state, presence } = room;
  const teams = await Promise.all(
    state.teams.map(async (team) => deskTeam(room, team, await parts.run(team.runId))),
  );
  const plan = await room.plan();
  return {
    row: await exerciseRow(room, parts.run),
    settings: record.settings,
    joinUrl: parts.joinUrl(record.code),
    phases: plan.phases,
    phase: state.phase,
    people: state.people.map((person) => personCard(person, (id) => presence.of(id))),
    teams,
    freeze: state.freeze,
    notes: state.notes,
    audit: auditOf(room.tail.entries),
  };
}

async function deskTeam(room: ExerciseRoom, team: RoomTeam, run: RunRow): Promise<DeskTeam> {
  const table = await room.table(team.id);
  const { plan, facts, look } = table;
  const everything = { roles: allRoles(plan), person: null };
  return {
    team: teamCard(room.record, everything.roles, room.state, team),
    run,
    injects: deskInjects(plan, facts, look.injects),
    decisions: decisionsSection(plan, facts, everything),
    record: recordSection(facts),
    documents: documentsSection(facts, (sequence) => look.findings(sequence)),
    clocks: { declaredAt: facts.declaredAt, clocks: look.clocks },
    truth: truthOf(table),
    lossByDay: lossByDay(table.host.hours, run.startAt, run.calendar),
    earlierRuns: team.earlier,
  };
}

function truthOf({ look, host }: TeamTable): DeskTeam['truth'] {
  const truth = look.view?.truth;
  const shutOut = host.events.findLast(
    ({ kind }) => kind === 'attacker.closed' || kind === 'attacker.reopened',
  );
  return {
    accountsLost: truth?.accountsLost ?? 0,
    attackRequests: truth?.attackRequests ?? 0,
    attackerState: truth?.attackerState ?? 'waiting',
    containedAt: shutOut?.kind === 'attacker.closed' ? shutOut.at : null,
  };
}
