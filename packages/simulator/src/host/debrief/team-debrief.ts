import { badInput, DwellError } from '@dwell/core';
import type { Template } from '@dwell/scoring';
import type { CaseRoom, Debrief } from '../../debrief/types.ts';
import type { DebriefWork } from '../debrief-service.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { Lock } from '../lock.ts';
import type { RunHost } from '../run-host.ts';
import { caseRoom } from './case-room.ts';
import type { DebriefEngine } from './debrief-engine.ts';
import type { TakenRun } from './run-key.ts';
import { standOf, takeRun } from './take-run.ts';

/** What the debrief of a team is made from and by. */
export type TeamDebriefParts = {
  room: ExerciseRoom;
  team: string;
  engine: DebriefEngine;
  host(runId: string): Promise<RunHost>;
  /** The template of who has chosen none. */
  standard(): Template;
  wall(): number;
  /** Told of each finished debrief of an exercise that is over. */
  onScored(debrief: Debrief, runId: string): void;
};

type Made = { runId: string; taken: TakenRun; takenWallMs: number; room: string };

/** What is still written down after the end is looked at in one go. */
const SETTLE_MS = 15_000;

/**
 * The debrief of one team, made when it is first asked for and kept up with what is written about it.
 * The run itself is looked at again when the exercise has ended, when the team has gone on in another
 * run, or when somebody asks.
 */
export class TeamDebrief {
  readonly #parts: TeamDebriefParts;
  readonly #turn = new Lock();
  readonly #listeners = new Set<() => void>();
  #made: Made | null = null;
  #debrief: Debrief | null = null;
  #asOf: number | null = null;
  #waiting = false;
  #work: DebriefWork = null;
  #failed: string | null = null;
  /** The state in which something failed: it is not tried again before that has changed. */
  #failedAt = '';
  #closed = false;
  revision = 0;

  constructor(parts: TeamDebriefParts) {
    this.#parts = parts;
  }

  get shown(): {
    debrief: Debrief | null;
    work: DebriefWork;
    failed: string | null;
    asOf: number | null;
  } {
    const asOf = this.#asOf;
    return { debrief: this.#debrief, work: this.#work, failed: this.#failed, asOf };
  }

  /** Is somebody looking, or is it being made? */
  get watched(): boolean {
    return this.#listeners.size > 0 || this.#work !== null;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** It is made anew, from the run on, when somebody asks. */
  forget(): void {
    this.#made = null;
    this.#debrief = null;
    this.#asOf = null;
    this.#failed = null;
    this.#changed();
  }

  close(): void {
    this.#closed = true;
    this.#listeners.clear();
  }

  /** Has the run gone on since? Null while nothing is shown. */
  async stale(): Promise<boolean> {
    if (!this.#made || !this.#debrief) return false;
    const { runId, taken } = this.#made;
    if (this.#runId() !== runId) return true;
    const { until, commands } = await standOf(await this.#parts.host(runId));
    return until !== taken.run.until || commands !== taken.run.commands.length;
  }

  /** Sees to it that there is a debrief and that it says what the room says; `anew`: of the run as it is now. */
  async keepUp(anew = false): Promise<void> {
    if (this.#waiting && !anew) return;
    this.#waiting = true;
    const work = () => {
      this.#waiting = false;
      return this.#keepUp(anew);
    };
    await this.#turn.run(work).catch(() => undefined);
  }

  /** The run as it was last looked at, replayed. Errors: those of the replay. */
  async ready(): Promise<{ taken: TakenRun; room: CaseRoom; debrief: Debrief }> {
    await this.#turn.run(() => this.#keepUp(false, true));
    return { taken: this.#made!.taken, room: this.#room(), debrief: this.#debrief! };
  }

  async #keepUp(anew: boolean, insist = false): Promise<void> {
    if (this.#closed) return;
    const { room } = this.#parts;
    const over = room.state.state === 'ended';
    const other = this.#made?.runId !== this.#runId();
    const again = anew || other || (over && this.#settled() && (await this.stale()));
    const tried = this.#failed !== null && this.#failedAt === this.#where();
    const replays = again || !this.#debrief;
    if (replays && tried && !insist && !anew) return;
    try {
      if (replays) await this.#replay(again);
      else if (JSON.stringify(this.#room()) !== this.#made!.room) await this.#score();
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  /** Has it been some time since the run was looked at, or did the exercise end since? */
  #settled(): boolean {
    const { endedAtWallMs } = this.#parts.room.state;
    const { takenWallMs = 0 } = this.#made ?? {};
    return this.#parts.wall() - takenWallMs > SETTLE_MS || takenWallMs < (endedAtWallMs ?? 0);
  }

  /** Replays the run, shows what came of it, then what could have. */
  async #replay(again: boolean): Promise<void> {
    const { engine, host, room, onScored, wall } = this.#parts;
    const runId = this.#runId();
    if (again || !this.#made) {
      const takenWallMs = wall();
      this.#made = { runId, taken: await takeRun(await host(runId)), takenWallMs, room: '' };
    }
    const { taken } = this.#made;
    const onProgress = (done: number, what: NonNullable<DebriefWork>['what']) =>
      this.#tell({ what, done });
    this.#failed = null;
    this.#tell({ what: 'history', done: 0 });
    await engine.replay(taken, { onProgress });
    await this.#score();
    this.#tell({ what: 'bounds', done: 0 });
    await engine.bounds(taken, { onProgress });
    await this.#score();
    this.#tell(null);
    // Who looks is going to ask: the first answer should not take longer than the others.
    if (this.#listeners.size > 0) void engine.warm(taken).catch(() => undefined);
    if (room.state.state === 'ended') onScored(this.#debrief!, runId);
  }

  /** Scores the replayed run with what the room says now. */
  async #score(): Promise<void> {
    const made = this.#made;
    if (!made)
      throw badInput('CANCELLED', 'it was done away with meanwhile', 'debrief', 'ask again');
    const given = this.#room();
    const debrief = await this.#parts.engine.debrief(made.taken, given);
    if (this.#made !== made) return this.#score();
    this.#debrief = debrief;
    this.#asOf = made.taken.run.until;
    this.#made = { ...made, room: JSON.stringify(given) };
    this.#changed();
    const whole = this.#work === null && this.#parts.room.state.state === 'ended';
    if (whole) this.#parts.onScored(this.#debrief, made.runId);
  }

  #fail(error: unknown): void {
    if (this.#closed) return;
    this.#work = null;
    this.#failed = error instanceof DwellError ? error.code : 'INTERNAL';
    this.#failedAt = this.#where();
    const ours = error instanceof DwellError && error.exit === 3;
    if (ours || !(error instanceof DwellError))
      process.stderr.write(`debrief of ${this.#where()}: ${ours ? error.what : String(error)}\n`);
    this.#changed();
  }

  #room(): CaseRoom {
    const { room, team, standard } = this.#parts;
    return caseRoom(room, team, standard());
  }

  #runId(): string {
    return this.#parts.room.team(this.#parts.team).runId;
  }

  #where(): string {
    return `${this.#runId()} ${this.#parts.room.state.state}`;
  }

  /** Screens get all of a debrief each time: how far it has got is told in twentieths. */
  #tell(work: DebriefWork): void {
    const told = work && { ...work, done: Math.floor(work.done * 20) / 20 };
    const same = told?.what === this.#work?.what && told?.done === this.#work?.done;
    this.#work = told;
    if (!same) this.#changed();
  }

  #changed(): void {
    this.revision += 1;
    for (const listener of this.#listeners) listener();
  }
}
