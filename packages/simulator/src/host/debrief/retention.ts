import { DAY_MS } from '@dwell/core';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import type { DebriefParts } from './parts.ts';

/** Takes names out of exercises that ended longer ago than names are to be kept: at the start, and daily. */
export class Retention {
  readonly #parts: Pick<DebriefParts, 'ports' | 'rooms' | 'wall'>;
  readonly #anonymise: (room: ExerciseRoom) => Promise<void>;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    parts: Pick<DebriefParts, 'ports' | 'rooms' | 'wall'>,
    anonymise: (room: ExerciseRoom) => Promise<void>,
  ) {
    this.#parts = parts;
    this.#anonymise = anonymise;
  }

  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.sweep(), DAY_MS);
    this.#timer.unref();
    await this.sweep();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** What fails is said in the server's log, and tried again the next time. */
  async sweep(): Promise<void> {
    const { ports, rooms, wall } = this.#parts;
    try {
      const { keepNamesDays } = await ports.settings.get();
      if (keepNamesDays === null) return;
      const before = wall() - keepNamesDays * DAY_MS;
      for (const room of await rooms()) {
        const { state, endedAtWallMs, debrief } = room.state;
        if (state !== 'ended' || endedAtWallMs === null || debrief.anonymised) continue;
        if (endedAtWallMs <= before) await this.#anonymise(room);
      }
    } catch (error) {
      process.stderr.write(`names were not taken out of old exercises: ${String(error)}\n`);
    }
  }
}
