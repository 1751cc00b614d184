import { ourFault } from '@dwell/core';
import type { RoomBody, RoomEntry, RoomLog } from '../../exercise/room.ts';
import { isConflict } from '../clock-keeper.ts';
import { Lock } from '../lock.ts';
import { applyRoom, EMPTY_ROOM, type RoomState } from './room-fold.ts';

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
    for (const listener of this.#listeners) listener(entry);
  }
}
