import type { ExerciseRoom } from './exercise-room.ts';
import { SYSTEM } from './system.ts';
import type { TeamClocks } from './team-clocks.ts';

/** Ends freezes when their time is over, and lets the clocks go on that went before. */
export class Freezes {
  readonly #room: ExerciseRoom;
  readonly #clocks: TeamClocks;
  readonly #wall: () => number;
  #timer: NodeJS.Timeout | null = null;
  #wasPlaying: boolean | null = null;

  constructor(room: ExerciseRoom, clocks: TeamClocks, wall: () => number) {
    this.#room = room;
    this.#clocks = clocks;
    this.#wall = wall;
  }

  /** Everybody writes an answer alone while the clocks stand. */
  async begin(by: string, question: string, seconds: number): Promise<void> {
    const playing = await this.#clocks.playing();
    const at = await this.#clocks.times();
    const begun = await this.#room.tail.append((room) =>
      room.freeze ? null : { by, body: { do: 'freeze', question, seconds, at } },
    );
    if (!begun) return;
    this.#wasPlaying = playing;
    await this.#clocks.pause();
    this.arm();
  }

  async end(by: string): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const ended = await this.#room.tail.append((room) =>
      room.freeze ? { by, body: { do: 'unfreeze' } } : null,
    );
    if (!ended || this.#room.state.state !== 'running') return;
    const goOn = this.#wasPlaying ?? (await this.#phasePlays());
    this.#wasPlaying = null;
    if (goOn) await this.#clocks.play();
  }

  /** Sets the alarm of a freeze that is going on, also of one that an earlier process began. */
  arm(): void {
    const { freeze } = this.#room.state;
    if (!freeze || this.#timer) return;
    const end = () => void this.end(SYSTEM).catch(() => undefined);
    this.#timer = setTimeout(end, Math.max(0, freeze.endsWallMs - this.#wall()));
    this.#timer.unref();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #phasePlays(): Promise<boolean> {
    const { phases } = await this.#room.plan();
    return phases.find(({ id }) => id === this.#room.state.phase)?.sim != null;
  }
}
