import { badInput } from '@dwell/core';
import type { ExerciseRecord } from '../../exercise/room.ts';
import type { ExercisePlan } from '../../exercise/types.ts';
import type { Role } from '../../scenario/roles.ts';
import type { RunHost } from '../run-host.ts';
import { allRoles, type Audience } from './fold/audience.ts';
import { asks } from './fold/decisions.ts';
import { roomSection, teamCard } from './fold/room.ts';
import { washSection } from './fold/wash.ts';
import { Presence } from './presence.ts';
import type { RoomPerson, RoomState, RoomTeam } from './room-fold.ts';
import type { RoomTail } from './room-tail.ts';
import { Rounds } from './rounds.ts';
import { type Made, TeamTable } from './team-table.ts';
import { markOf } from './told.ts';

/** Screens are told of changes at most ten times a second. */
const ROUND_MS = 100;
/** Who is connected, at most once a second: a class comes in all at once. */
const COMINGS_MS = 1_000;

/** Screens that are told before others get a turn. */
const TOLD_AT_ONCE = 8;

/** An exercise in the hands of this process: its room, and a table for each team's present run. */
export class ExerciseRoom {
  record: ExerciseRecord;
  readonly tail: RoomTail;
  readonly presence: Presence;
  readonly #host: (runId: string) => Promise<RunHost>;
  readonly #tables = new Map<string, Promise<TeamTable>>();
  readonly #watchers = new Set<() => void>();
  readonly #rounds: Rounds;
  readonly #comings: Rounds;
  #roomVersion = 0;
  readonly #rooms = new Map<string, Made & { version: string }>();
  readonly #washes = new Map<string, Made & { version: string }>();
  closed = false;

  constructor(record: ExerciseRecord, tail: RoomTail, host: (runId: string) => Promise<RunHost>) {
    this.record = record;
    this.tail = tail;
    this.#host = host;
    this.#rounds = new Rounds(() => void this.#tell(), ROUND_MS);
    this.#comings = new Rounds(() => this.#roomChanged(), COMINGS_MS);
    this.presence = new Presence(() => this.#comings.ask());
    tail.onEntry(() => this.#roomChanged());
  }

  get id(): string {
    return this.record.id;
  }

  get state(): RoomState {
    return this.tail.state;
  }

  /** Calls back after rounds in which something may have changed; returns the unsubscriber. */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener);
    void this.#watchRuns();
    return () => {
      this.#watchers.delete(listener);
      if (this.#watchers.size === 0) void this.#watchRuns();
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    this.tail.close();
    for (const table of this.#tables.values())
      await table.then((open) => open.close()).catch(() => undefined);
    this.#tables.clear();
    this.#rounds.close();
    this.#comings.close();
    await this.#tell();
  }

  /** Errors: `NO_SUCH`. */
  team(id: string): RoomTeam {
    const team = this.state.teams.find((each) => each.id === id);
    if (team) return team;
    throw badInput(
      'NO_SUCH',
      'there is no such team',
      id.slice(0, 64),
      'choose one of the exercise',
    );
  }

  person(id: string): RoomPerson | null {
    return this.state.people.find((person) => person.id === id) ?? null;
  }

  /** The table of the run that a team is in now. */
  async table(teamId: string): Promise<TeamTable> {
    const { runId } = this.team(teamId);
    const before = this.#tables.get(teamId);
    const open = await before?.catch(() => null);
    if (open?.runId === runId) return open;
    if (this.#tables.get(teamId) !== before) return this.table(teamId);
    open?.close();
    const made = this.#openTable(runId);
    this.#tables.set(teamId, made);
    made.catch(() => this.#tables.delete(teamId));
    return made;
  }

  async #openTable(runId: string): Promise<TeamTable> {
    const host = await this.#host(runId);
    await host.followLog();
    const table = new TeamTable(host, planOf(host), () => this.#rounds.ask());
    table.watched(this.#watchers.size > 0);
    return table;
  }

  /** The plan that all teams play. */
  async plan(): Promise<ExercisePlan> {
    const [team] = this.state.teams;
    return (await this.table(team!.id)).plan;
  }

  /** Who could speak for a role of a team: people, or a bot that answers. */
  holders(plan: ExercisePlan, team: RoomTeam): (role: Role) => readonly string[] {
    const { seats } = teamCard(this.record, allRoles(plan), this.state, team);
    return (role) => {
      const seat = seats.find((each) => each.role === role);
      if (!seat || seat.people.length > 0) return seat?.people ?? [];
      return seat.bot === null || seat.bot === 'none' ? [] : [`bot:${seat.bot}@${role}`];
    };
  }

  /** The roles whose inboxes and tools a person has: a trainee's own, and all of them for who looks on. */
  async rolesOf(person: RoomPerson): Promise<readonly Role[]> {
    return person.kind === 'trainee' ? person.roles : allRoles(await this.plan());
  }

  /** Everything a person is told now, the room first. */
  async sections(person: RoomPerson): Promise<readonly Made[]> {
    // Who has no team yet waits in the lobby of the first, with nothing but the room to see.
    const team = this.team(person.team ?? this.state.teams[0]!.id);
    const table = await this.table(team.id);
    await table.told();
    const roles = await this.rolesOf(person);
    return [
      this.#room(person, team, table, roles),
      this.#wash(team, table),
      ...table.sections(this.#audience(table, person, roles)),
    ];
  }

  #audience(table: TeamTable, { id }: RoomPerson, roles: readonly Role[]): Audience {
    const own = table.facts.proposals.some(
      (proposal) => proposal.by === id && asks(proposal, { roles, person: null }),
    );
    return { roles, person: own ? id : null };
  }

  #room(person: RoomPerson, team: RoomTeam, table: TeamTable, roles: readonly Role[]): Made {
    const version = `${this.#roomVersion} ${team.id}`;
    const before = this.#rooms.get(person.id);
    if (before?.version === version) return before;
    const { record, state: room, presence } = this;
    const value = roomSection({
      ...{ record, plan: table.plan, room, team, person, roles },
      presence: (id) => presence.of(id),
    });
    const made = { section: 'room' as const, value, mark: markOf(JSON.stringify(value)), version };
    this.#rooms.set(person.id, made);
    return made;
  }

  #wash({ id }: RoomTeam, { plan }: TeamTable): Made {
    const version = `${this.#roomVersion}`;
    const before = this.#washes.get(id);
    if (before?.version === version) return before;
    const value = washSection(this.state, plan, id);
    const made = { section: 'wash' as const, value, mark: markOf(JSON.stringify(value)), version };
    this.#washes.set(id, made);
    return made;
  }

  #roomChanged(): void {
    this.#roomVersion += 1;
    this.#rounds.ask();
  }

  /** A full room is told a few at a time: whoever else waits for this process has their turn between. */
  async #tell(): Promise<void> {
    let n = 0;
    for (const watcher of [...this.#watchers]) {
      if (n > 0 && n % TOLD_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
      if (this.#watchers.has(watcher)) watcher();
      n += 1;
    }
  }

  /** Runs are followed while somebody looks; an idle one may rest. */
  async #watchRuns(): Promise<void> {
    const teams = this.#watchers.size > 0 ? this.state.teams.map((team) => team.id) : [];
    for (const team of teams) await this.table(team).catch(() => null);
    for (const table of this.#tables.values())
      await table.then((open) => open.watched(this.#watchers.size > 0)).catch(() => undefined);
  }
}

function planOf(host: RunHost): ExercisePlan {
  const plan = host.scenario.exercise;
  if (plan) return plan;
  throw badInput(
    'NO_SUCH_EXERCISE',
    'this run has no exercise around it',
    host.record.name,
    'it was made outside an exercise',
  );
}
