import { badInput, type DwellError } from '@dwell/core';
import type { CommandLog } from '../run/command-log.ts';
import type { Command } from '../run/command.ts';
import type { ClockBeat, ClockEntry } from './clock.ts';
import { MemoryExerciseStore, MemoryRoomLog } from './memory-exercises.ts';
import { MemoryLog } from './memory-log.ts';
import { MemorySettings } from './memory-settings.ts';
import type {
  CheckpointRow,
  ClockLog,
  HostPorts,
  RuleDraft,
  RuleDraftStore,
  RunRecord,
  RunStore,
  ShopStore,
} from './ports.ts';

/** The error of whatever is asked of a run that is not, or no longer, there. */
export function noSuchRun(id: string): DwellError {
  return badInput(
    'NO_SUCH_RUN',
    'there is no such run',
    `run ${id.slice(0, 64)}`,
    'it may have been removed; choose one from the list',
  );
}

/** A world log in memory. */
export class MemoryCommandLog extends MemoryLog<Command> implements CommandLog {}

/** A clock log in memory. */
export class MemoryClockLog extends MemoryLog<ClockEntry> implements ClockLog {
  #beat: ClockBeat | null = null;

  async beat(beat: ClockBeat): Promise<void> {
    this.#beat = { ...beat };
  }

  async lastBeat(): Promise<ClockBeat | null> {
    return this.#beat && { ...this.#beat };
  }
}

/** Rows of runs in memory. */
export class MemoryRunStore implements RunStore {
  readonly #runs = new Map<string, RunRecord>();
  readonly #checkpoints = new Map<string, Map<number, CheckpointRow>>();

  async create(run: RunRecord): Promise<void> {
    this.#runs.set(run.id, structuredClone(run));
  }

  async get(id: string): Promise<RunRecord | null> {
    const run = this.#runs.get(id);
    return run ? structuredClone(run) : null;
  }

  async list(): Promise<RunRecord[]> {
    return structuredClone([...this.#runs.values()]).sort(
      (x, y) => y.createdAtWallMs - x.createdAtWallMs,
    );
  }

  async update(id: string, change: Parameters<RunStore['update']>[1]): Promise<void> {
    const run = this.#runs.get(id);
    if (!run) throw noSuchRun(id);
    this.#runs.set(id, { ...run, ...structuredClone(change) });
  }

  async remove(id: string): Promise<void> {
    this.#runs.delete(id);
    this.#checkpoints.delete(id);
  }

  async addCheckpoints(id: string, rows: readonly CheckpointRow[]): Promise<void> {
    const days = this.#checkpoints.get(id) ?? new Map<number, CheckpointRow>();
    this.#checkpoints.set(id, days);
    for (const row of rows) if (!days.has(row.day)) days.set(row.day, { ...row });
  }

  async checkpoints(id: string): Promise<CheckpointRow[]> {
    return [...(this.#checkpoints.get(id)?.values() ?? [])].sort((x, y) => x.day - y.day);
  }
}

/** Drafts of rules in memory. */
export class MemoryRuleDrafts implements RuleDraftStore {
  readonly #drafts = new Map<string, RuleDraft>();

  async list(): Promise<RuleDraft[]> {
    return structuredClone([...this.#drafts.values()]).sort((x, y) => (x.name < y.name ? -1 : 1));
  }

  async save(draft: RuleDraft): Promise<void> {
    this.#drafts.set(draft.name, { ...draft });
  }

  async remove(name: string): Promise<void> {
    this.#drafts.delete(name);
  }
}

/** A shop without a working set: every customer is then made from its number. */
export class EmptyShopStore implements ShopStore {
  async customers(query: { page: number }): ReturnType<ShopStore['customers']> {
    return { rows: [], total: 0, page: query.page, pageSize: 50 };
  }

  async customer(): ReturnType<ShopStore['customer']> {
    return null;
  }

  async catalogue(): ReturnType<ShopStore['catalogue']> {
    return [];
  }
}

/** Ports that keep everything in memory; two services given the same ports share their runs. */
export function memoryPorts(shopStore: ShopStore = new EmptyShopStore()): HostPorts {
  const commandLogs = new Map<string, MemoryCommandLog>();
  const clockLogs = new Map<string, MemoryClockLog>();
  const drafts = new Map<string, MemoryRuleDrafts>();
  const roomLogs = new Map<string, MemoryRoomLog>();
  const kept = <Log>(logs: Map<string, Log>, id: string, make: () => Log): Log => {
    const log = logs.get(id) ?? make();
    logs.set(id, log);
    return log;
  };
  return {
    runStore: new MemoryRunStore(),
    commandLog: (id) => kept(commandLogs, id, () => new MemoryCommandLog()),
    clockLog: (id) => kept(clockLogs, id, () => new MemoryClockLog()),
    ruleDrafts: (id) => kept(drafts, id, () => new MemoryRuleDrafts()),
    exercises: new MemoryExerciseStore((id) => roomLogs.delete(id)),
    roomLog: (id) => kept(roomLogs, id, () => new MemoryRoomLog()),
    settings: new MemorySettings(),
    shopStore,
  };
}
