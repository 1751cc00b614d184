import type { Debrief } from '../../debrief/types.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { TeamDebrief, type TeamDebriefParts } from './team-debrief.ts';

type Parts = Pick<TeamDebriefParts, 'engine' | 'host' | 'wall' | 'standard'> & {
  onScored(room: ExerciseRoom, team: string, debrief: Debrief, runId: string): void;
};

/** Debriefs of teams kept in memory at once; whichever was asked for longest ago is forgotten first. */
const KEPT_MAX = 24;

/** The debriefs in this process's hands. */
export class TeamDebriefs {
  readonly #parts: Parts;
  readonly #made = new Map<string, { room: ExerciseRoom; debrief: TeamDebrief }>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  of(room: ExerciseRoom, team: string): TeamDebrief {
    const key = `${room.id} ${team}`;
    const there = this.#made.get(key);
    this.#made.delete(key);
    // A room that was closed and opened again is another one.
    const kept = there?.room === room ? there : { room, debrief: this.#open(room, team) };
    if (there && there !== kept) there.debrief.close();
    this.#made.set(key, kept);
    this.#forgetOldest();
    return kept.debrief;
  }

  /** Those of one exercise are made anew when somebody asks. */
  forget(room: ExerciseRoom): void {
    for (const { room: of, debrief } of this.#made.values()) if (of === room) debrief.forget();
  }

  close(): void {
    for (const { debrief } of this.#made.values()) debrief.close();
    this.#made.clear();
  }

  #open(room: ExerciseRoom, team: string): TeamDebrief {
    const { engine, host, wall, standard, onScored } = this.#parts;
    return new TeamDebrief({
      ...{ room, team, engine, host, wall, standard },
      onScored: (debrief, runId) => onScored(room, team, debrief, runId),
    });
  }

  #forgetOldest(): void {
    const idle = [...this.#made].filter(([, { debrief }]) => !debrief.watched);
    for (const [key, { debrief }] of idle.slice(0, Math.max(0, this.#made.size - KEPT_MAX))) {
      debrief.close();
      this.#made.delete(key);
    }
  }
}
