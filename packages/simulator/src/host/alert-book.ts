import type { AlertRow } from '../router/types.ts';

type Entry = { row: AlertRow; version: number };

/** Alerts as watchers follow them. */
export type AlertSource = {
  /** Names this telling of them; versions of another one mean nothing here. */
  readonly epoch: string;
  readonly version: number;
  /** The rows that changed after a version, oldest change first, `limit` at most. */
  since(version: number, limit: number): { rows: readonly AlertRow[]; version: number };
};

/** The alerts of a run as last told by its world, with what changed when. */
export class AlertBook implements AlertSource {
  /** In order of version. */
  readonly #entries = new Map<string, Entry>();
  #version = 0;
  #epoch: string;
  readonly #wall: () => number;

  constructor(wall: () => number) {
    this.#wall = wall;
    this.#epoch = wall().toString(36);
  }

  get epoch(): string {
    return this.#epoch;
  }

  get version(): number {
    return this.#version;
  }

  /** Takes new and changed rows; one that says nothing new changes nothing. */
  take(rows: readonly AlertRow[]): void {
    for (const row of rows) {
      const before = this.#entries.get(row.id);
      if (before && JSON.stringify(before.row) === JSON.stringify(row)) continue;
      this.#entries.delete(row.id);
      this.#entries.set(row.id, { row, version: ++this.#version });
    }
  }

  get(id: string): AlertRow | null {
    return this.#entries.get(id)?.row ?? null;
  }

  /** All rows, the latest first. */
  list(): AlertRow[] {
    return [...this.#entries.values()]
      .map(({ row }) => row)
      .sort((x, y) => y.firstAt - x.firstAt || (x.id < y.id ? -1 : 1));
  }

  since(version: number, limit: number): { rows: readonly AlertRow[]; version: number } {
    if (version >= this.#version) return { rows: [], version };
    const rows: AlertRow[] = [];
    let reached = version;
    for (const entry of this.#entries.values()) {
      if (entry.version <= version) continue;
      if (rows.length >= limit) break;
      rows.push(entry.row);
      reached = entry.version;
    }
    return { rows, version: reached };
  }

  /** Forgets everything: what was told is void, and will be told anew. */
  clear(): void {
    if (this.#entries.size === 0) return;
    this.#entries.clear();
    const fresh = this.#wall().toString(36);
    this.#epoch = fresh === this.#epoch ? `${fresh}x` : fresh;
  }
}
