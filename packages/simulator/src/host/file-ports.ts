import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLog } from '../run/command-log.ts';
import type { Command } from '../run/command.ts';
import { writeFileAtomic } from './atomic-file.ts';
import type { ClockBeat, ClockEntry } from './clock.ts';
import { FileExerciseStore, FileRoomLog } from './file-exercises.ts';
import { FileLog } from './file-log.ts';
import { FileSettings } from './file-settings.ts';
import { FileRuleDrafts } from './file-rule-drafts.ts';
import { EmptyShopStore, noSuchRun } from './memory-ports.ts';
import type {
  CheckpointRow,
  ClockLog,
  HostPorts,
  RunRecord,
  RunStore,
  ShopStore,
} from './ports.ts';

/** A world log in a file. */
export class FileCommandLog extends FileLog<Command> implements CommandLog {}

/** A clock log in a file, its beat in another beside it. */
export class FileClockLog extends FileLog<ClockEntry> implements ClockLog {
  readonly #beatPath: string;

  constructor(path: string) {
    super(path);
    this.#beatPath = `${path}.beat`;
  }

  async beat(beat: ClockBeat): Promise<void> {
    writeFileAtomic(this.#beatPath, JSON.stringify(beat));
  }

  async lastBeat(): Promise<ClockBeat | null> {
    return readJson(this.#beatPath) as ClockBeat | null;
  }
}

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** Rows of runs, a folder each. */
export class FileRunStore implements RunStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async create(run: RunRecord): Promise<void> {
    writeFileAtomic(this.#path(run.id, 'run.json'), JSON.stringify(run));
  }

  async get(id: string): Promise<RunRecord | null> {
    return readJson(this.#path(id, 'run.json')) as RunRecord | null;
  }

  async list(): Promise<RunRecord[]> {
    const ids = existsSync(this.#root) ? readdirSync(this.#root) : [];
    const runs = await Promise.all(ids.map((id) => this.get(id)));
    return runs
      .flatMap((run) => (run ? [run] : []))
      .sort((x, y) => y.createdAtWallMs - x.createdAtWallMs);
  }

  async update(id: string, change: Parameters<RunStore['update']>[1]): Promise<void> {
    const run = await this.get(id);
    if (!run) throw noSuchRun(id);
    await this.create({ ...run, ...change });
  }

  async remove(id: string): Promise<void> {
    rmSync(join(this.#root, id), { recursive: true, force: true });
  }

  async addCheckpoints(id: string, rows: readonly CheckpointRow[]): Promise<void> {
    const there = await this.checkpoints(id);
    const known = new Set(there.map(({ day }) => day));
    const all = [...there, ...rows.filter(({ day }) => !known.has(day))].sort(
      (x, y) => x.day - y.day,
    );
    writeFileAtomic(this.#path(id, 'checkpoints.json'), JSON.stringify(all));
  }

  async checkpoints(id: string): Promise<CheckpointRow[]> {
    return (readJson(this.#path(id, 'checkpoints.json')) as CheckpointRow[] | null) ?? [];
  }

  #path(id: string, file: string): string {
    return join(this.#root, id, file);
  }
}

/** Ports that keep everything in files below `root`, for one process at a time. */
export function filePorts(root: string, shopStore: ShopStore = new EmptyShopStore()): HostPorts {
  const commandLogs = new Map<string, FileCommandLog>();
  const clockLogs = new Map<string, FileClockLog>();
  const roomLogs = new Map<string, FileRoomLog>();
  const kept = <Log>(logs: Map<string, Log>, id: string, make: () => Log): Log => {
    const log = logs.get(id) ?? make();
    logs.set(id, log);
    return log;
  };
  const path = (id: string, file: string) => join(root, id, file);
  const rooms = join(root, 'exercises');
  return {
    runStore: new FileRunStore(root),
    commandLog: (id) =>
      kept(commandLogs, id, () => new FileCommandLog(path(id, 'commands.ndjson'))),
    clockLog: (id) => kept(clockLogs, id, () => new FileClockLog(path(id, 'clock.ndjson'))),
    ruleDrafts: (id) => new FileRuleDrafts(path(id, 'rules')),
    exercises: new FileExerciseStore(rooms, (id) => roomLogs.delete(id)),
    roomLog: (id) => kept(roomLogs, id, () => new FileRoomLog(join(rooms, id, 'room.ndjson'))),
    settings: new FileSettings(join(root, 'settings.json')),
    shopStore,
  };
}
