import { badInput, DwellError } from '@dwell/core';
import { loadPlaybook, type PlaybookStep } from '../../../scenario/playbook.ts';
import type { ExercisePlan } from '../../../exercise/types.ts';
import type { Role } from '../../../scenario/roles.ts';
import { allRoles } from '../fold/audience.ts';
import { teamCard } from '../fold/room.ts';
import { commandOf } from '../play.ts';
import type { CommandRequest } from '../../../run/command.ts';
import type { RunHost } from '../../run-host.ts';
import type { ExerciseRoom } from '../exercise-room.ts';
import type { RoomTeam } from '../room-fold.ts';
import { Rounds } from '../rounds.ts';
import type { TeamTable } from '../team-table.ts';
import { botActs } from './bot-acts.ts';
import { type ActiveStyle, type BotAct, botId, type BotTeam } from './bot-team.ts';
import { actKey } from './done-already.ts';

/** Bots look at what they have to do this often at most. */
const ROUND_MS = 250;
/** Deeds of one team in one round at most. */
const DEEDS_MAX = 20;

/**
 * Plays the seats that bots fill, while the exercise goes on and a clock runs. All it goes by is in the
 * logs and the world: it can end at any moment and go on elsewhere.
 */
export class BotDriver {
  readonly #room: ExerciseRoom;
  readonly #rounds: Rounds;
  readonly #refused = new Map<string, Set<string>>();
  readonly #playbooks = new Map<string, readonly PlaybookStep[]>();
  readonly #stops: (() => void)[] = [];
  readonly #clocks = new Map<RunHost, () => void>();
  readonly #again = () => void this.#look().catch(() => undefined);
  #unwatch: (() => void) | null = null;
  #busy = false;
  #closed = false;

  constructor(room: ExerciseRoom) {
    this.#room = room;
    this.#rounds = new Rounds(() => void this.#round().catch(() => undefined), ROUND_MS);
    this.#stops.push(room.tail.onEntry(this.#again));
    this.#again();
  }

  close(): void {
    this.#closed = true;
    for (const stop of [...this.#stops, ...this.#clocks.values()]) stop();
    this.#unwatch?.();
    this.#unwatch = null;
    this.#rounds.close();
  }

  /** Follows the runs only while there is work: somebody's seat to fill, and a clock that runs. */
  async #look(): Promise<void> {
    const { state, teams } = this.#room.state;
    let work = false;
    for (const team of teams) {
      const { host, plan } = await this.#room.table(team.id);
      if (this.#closed) return;
      if (!this.#clocks.has(host)) this.#clocks.set(host, host.clockKeeper.onChange(this.#again));
      work ||= host.clockKeeper.state.playing && this.#seats(team, plan).size > 0;
    }
    if (state !== 'running' || !work) {
      this.#unwatch?.();
      this.#unwatch = null;
    } else if (!this.#unwatch) {
      this.#unwatch = this.#room.watch(() => this.#rounds.ask());
      this.#rounds.ask();
    }
  }

  async #round(): Promise<void> {
    if (this.#busy || this.#closed || this.#room.state.state !== 'running') return;
    this.#busy = true;
    try {
      for (const team of this.#room.state.teams) await this.#play(team);
    } finally {
      this.#busy = false;
    }
  }

  async #play(team: RoomTeam): Promise<void> {
    const table = await this.#room.table(team.id);
    const seats = this.#seats(team, table.plan);
    if (seats.size === 0) return;
    if (!table.host.hasWorld || !table.host.clockKeeper.state.playing) return;
    const refused = this.#refused.get(table.runId) ?? new Set<string>();
    this.#refused.set(table.runId, refused);
    for (let done = 0; done < DEEDS_MAX; done++) {
      const now = Math.min(table.host.clockKeeper.time(), table.host.worldNow);
      const next = botActs(this.#team(team, table, seats)).find((act) => !refused.has(actKey(act)));
      if (!next || next.due > now || this.#closed) return;
      if (!(await this.#tried(team, table, next))) refused.add(actKey(next));
    }
  }

  /** False when the run refuses: it would refuse again. Any other error is for the next round. */
  async #tried(team: RoomTeam, table: TeamTable, act: BotAct): Promise<boolean> {
    try {
      await this.#do(team, table, act);
      return true;
    } catch (error) {
      if (error instanceof DwellError && error.exit === 2) return false;
      throw error;
    }
  }

  async #do(team: RoomTeam, table: TeamTable, { deed, role, style }: BotAct): Promise<void> {
    const { host, plan, facts } = table;
    const by = botId(style);
    if (deed.do === 'verdict') {
      const row = host.alerts.get(deed.alert);
      if (!row) throw badInput('NO_SUCH', 'there is no such alert', deed.alert, 'wait for it');
      await host.act({ by, role, body: { ...deed, attack: row.truth?.attack ?? false } });
      return;
    }
    const holders = this.#room.holders(plan, team);
    const actor = { person: by, roles: [role], holder: `${by}@${role}` };
    const request: CommandRequest | null = commandOf(deed, actor, { plan, facts, holders });
    if (request) await host.act(request);
  }

  #team(team: RoomTeam, table: TeamTable, seats: BotTeam['seats']): BotTeam {
    const { plan, facts, host } = table;
    return {
      ...{ plan, facts, seats },
      log: host.log,
      events: host.events,
      alerts: host.alerts.list(),
      startAt: host.record.startAt,
      holders: this.#room.holders(plan, team),
      playbook: (style) => this.#playbook(style, host),
    };
  }

  #playbook(style: ActiveStyle, host: RunHost): readonly PlaybookStep[] {
    const key = `${style} ${host.record.scenarioHash}`;
    const steps = this.#playbooks.get(key) ?? stepsOf(style, host);
    this.#playbooks.set(key, steps);
    return steps;
  }

  /** Roles of a team that a bot which does something fills now. */
  #seats(team: RoomTeam, plan: ExercisePlan): Map<Role, ActiveStyle> {
    const { record, state } = this.#room;
    const seats = new Map<Role, ActiveStyle>();
    for (const { role, people, bot } of teamCard(record, allRoles(plan), state, team).seats) {
      if (people.length === 0 && bot !== null && bot !== 'none') seats.set(role, bot);
    }
    return seats;
  }
}

/** A playbook's steps; none when it speaks of something that this scenario does not have. */
function stepsOf(style: ActiveStyle, host: RunHost): readonly PlaybookStep[] {
  try {
    return loadPlaybook(style, host.scenario).steps;
  } catch (error) {
    if (error instanceof DwellError) return [];
    throw error;
  }
}
