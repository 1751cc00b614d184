import { ourFault } from '@dwell/core';
import type { RoomBody, RoomEntry, RoomLog } from '../../exercise/room.ts';
import { isConflict } from '../clock-keeper.ts';
import { Lock } from '../lock.ts';
import { applyRoom, EMPTY_ROOM, foldRoom, type RoomState } from './room-fold.ts';

const ATTEMPTS = 8;

/** What is to be appended, given the room as it stands; null: nothing. */
export type RoomMove = (room: RoomState) => { by: string; body: RoomBody } | null;

/** An exercise's room log as this process has it: read once, then followed. */
export class RoomTail {
  readonly entries: RoomEntry[] = [];
  #state: RoomState = EMPTY_ROOM;
  readonly #log: RoomLog;
  readonly #wall: () => number;
  readonly #listeners = new Set<(entry: RoomEntry) => void>();
  readonly #lock = new Lock();
  #unsubscribe: (() => void) | null = null;

  constructor(log: RoomLog, wall: () => number) {
    this.#log = log;
    this.#wall = wall;
  }

  get state(): RoomState {
    return this.#state;
  }

  /** Reads the log whole, and follows it from then on. */
  async open(): Promise<void> {
    this.#unsubscribe ??= this.#log.subscribe((entry) => this.#follow(entry));
    await this.#catchUp();
  }

  close(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#listeners.clear();
  }

  /** Calls back after each entry; returns the unsubscriber. */
  onEntry(listener: (entry: RoomEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Appends what `move` makes of the room; it is asked again when another process was faster. Resolves
   * with the entry, null when there was nothing to do. Errors: those of `move`, `LOG_BUSY`.
   */
  append(move: RoomMove): Promise<RoomEntry | null> {
    return this.#lock.run(async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const made = move(this.#state);
        if (!made) return null;
        const entry = { sequence: this.entries.length + 1, wallMs: this.#wall(), ...made };
        try {
          await this.#log.append(entry);
          this.#follow(entry);
          return entry;
        } catch (error) {
          if (!isConflict(error)) throw error;
          await this.#catchUp();
        }
      }
      throw ourFault('LOG_BUSY', `the room log was busy ${ATTEMPTS} times`, 'room log');
    });
  }

  /**
   * Puts other bodies in the place of those in the log, for good, and says so in a last entry: whoever
   * follows the log reads it anew then. Errors: those of the log, `LOG_BUSY`.
   */
  async rewrite(by: string, change: (body: RoomBody) => RoomBody): Promise<void> {
    await this.#lock.run(async () => {
      await this.#catchUp();
      const changed = this.entries
        .map(({ sequence, body }) => ({ sequence, body: change(body), before: body }))
        .filter(({ body, before }) => JSON.stringify(body) !== JSON.stringify(before))
        .map(({ sequence, body }) => ({ sequence, body }));
      if (changed.length > 0) await this.#log.rewrite(changed);
      await this.#readAnew();
    });
    await this.append(() => ({ by, body: { do: 'anonymised' } }));
  }

  async #readAnew(): Promise<void> {
    const entries = await this.#log.read();
    this.entries.splice(0, this.entries.length, ...entries);
    this.#state = foldRoom(entries);
  }

  #follow(entry: RoomEntry): void {
    if (entry.sequence === this.entries.length + 1) this.#take(entry);
    else if (entry.sequence > this.entries.length + 1) void this.#catchUp().catch(() => undefined);
  }

  async #catchUp(): Promise<void> {
    for (const entry of await this.#log.read(this.entries.length)) {
      if (entry.sequence === this.entries.length + 1) this.#take(entry);
    }
  }

  #take(entry: RoomEntry): void {
    this.entries.push(entry);
    this.#state = applyRoom(this.#state, entry);
    if (entry.body.do === 'anonymised') void this.#lock.run(() => this.#readAnew());
    for (const listener of this.#listeners) listener(entry);
  }
}
