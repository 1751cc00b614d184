import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommandLog } from '../run/command-log.ts';
import type { Command } from '../run/command.ts';
import { writeFileAtomic } from './atomic-file.ts';
import type { ClockBeat, ClockEntry } from './clock.ts';
import { EmptyShopStore, logConflict, noSuchRun } from './memory-ports.ts';
import { FileRuleDrafts } from './file-rule-drafts.ts';
import type {
  CheckpointRow,
  ClockLog,
  HostPorts,
  RunRecord,
  RunStore,
  ShopStore,
} from './ports.ts';

/**
 * An append-only log in a file, one JSON entry a line, for one process at a time. An entry is there
 * once `append` resolved, also after a power cut; a line torn by one is cut off at the next start.
 */
class FileLog<Entry extends { sequence: number }> {
  readonly #path: string;
  readonly #listeners = new Set<(entry: Entry) => void>();
  #entries: Entry[] | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  async append(entry: Entry): Promise<void> {
    const entries = this.#read();
    const next = entries.length + 1;
    if (entry.sequence !== next) throw logConflict(entry.sequence, next);
    mkdirSync(dirname(this.#path), { recursive: true });
    const file = openSync(this.#path, 'a');
    try {
      writeSync(file, `${JSON.stringify(entry)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    entries.push(structuredClone(entry));
    for (const listener of this.#listeners) listener(structuredClone(entry));
  }

  async read(after = 0): Promise<Entry[]> {
    return structuredClone(this.#read().slice(after));
  }

  subscribe(listener: (entry: Entry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #read(): Entry[] {
    if (this.#entries) return this.#entries;
    this.#entries = [];
    if (!existsSync(this.#path)) return this.#entries;
    const text = readFileSync(this.#path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(this.#path, Buffer.byteLength(whole));
    this.#entries = whole
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry);
    return this.#entries;
  }
}

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
  return {
    runStore: new FileRunStore(root),
    commandLog(id) {
      const log = commandLogs.get(id) ?? new FileCommandLog(join(root, id, 'commands.ndjson'));
      commandLogs.set(id, log);
      return log;
    },
    clockLog(id) {
      const log = clockLogs.get(id) ?? new FileClockLog(join(root, id, 'clock.ndjson'));
      clockLogs.set(id, log);
      return log;
    },
    ruleDrafts: (id) => new FileRuleDrafts(join(root, id, 'rules')),
    shopStore,
  };
}
