import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DwellError } from '@dwell/core';
import type {
  CaseBundle,
  CaseRoom,
  Change,
  Debrief,
  MomentState,
  WhatIf,
} from '../../debrief/types.ts';
import type { Sweep } from '../debrief-service.ts';
import { DebriefLane, type LaneOptions } from './debrief-lane.ts';
import type { DebriefPost, ReportExtras } from './debrief-worker.ts';
import type { FileAsk } from './make-file.ts';
import type { TakenRun } from './run-key.ts';

type Progress = {
  signal?: AbortSignal;
  onProgress?(done: number, what: DebriefPost['what']): void;
};

const MINUTE_MS = 60_000;
const LANES = {
  replay: { memoryMb: 1_500, idleMs: MINUTE_MS, limitMs: 15 * MINUTE_MS },
  ask: { memoryMb: 1_000, idleMs: 5 * MINUTE_MS, limitMs: 2 * MINUTE_MS },
  sweep: { memoryMb: 1_000, idleMs: MINUTE_MS, limitMs: 10 * MINUTE_MS },
} satisfies Record<string, Omit<LaneOptions, 'name' | 'folder'>>;

/**
 * Replays and what follows from them, in child processes: one for what takes long, one for what people
 * wait for, one for trying every decision. What was replayed once is kept in a folder.
 */
export class DebriefEngine {
  readonly #replay: DebriefLane;
  readonly #ask: DebriefLane;
  readonly #sweep: DebriefLane;

  readonly #folder: string;

  /** `home`: folder for what can be derived again. */
  constructor(home: string) {
    const folder = join(home, 'debriefs');
    this.#folder = folder;
    const lane = (name: keyof typeof LANES) =>
      new DebriefLane({ name: `debrief ${name}`, folder, ...LANES[name] });
    this.#replay = lane('replay');
    this.#ask = lane('ask');
    this.#sweep = lane('sweep');
  }

  async close(): Promise<void> {
    await Promise.all([this.#replay, this.#ask, this.#sweep].map((lane) => lane.close()));
  }

  /** Does away with everything that was kept, in memory too. What is being made fails, and is made again. */
  async forget(): Promise<void> {
    await Promise.all([this.#replay, this.#ask, this.#sweep].map((lane) => lane.rest()));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Replays a run unless that is kept. */
  replay(taken: TakenRun, progress: Progress = {}): Promise<void> {
    return this.#replay.about(taken, 'replay', [], listening(progress));
  }

  /** What others would have come to in the team's place, unless that is kept; after `replay`. */
  bounds(taken: TakenRun, progress: Progress = {}): Promise<void> {
    return this.#replay.about(taken, 'bounds', [], listening(progress));
  }

  /** The debrief of a run that has been replayed; its bounds are empty until they are kept. */
  debrief(taken: TakenRun, room: CaseRoom): Promise<Debrief> {
    return this.#asked(taken, 'debrief', room);
  }

  /** Lives the run where questions are answered, so that answers are near. */
  warm(taken: TakenRun): Promise<void> {
    return this.#asked(taken, 'warm');
  }

  whatIf(taken: TakenRun, change: Change): Promise<WhatIf> {
    return this.#asked(taken, 'whatIf', change);
  }

  moment(taken: TakenRun, at: number): Promise<MomentState> {
    return this.#asked(taken, 'moment', at);
  }

  /** The case to take away, not signed yet. */
  bundle(taken: TakenRun, room: CaseRoom): Promise<CaseBundle> {
    return this.#asked(taken, 'bundle', room);
  }

  extras(taken: TakenRun): Promise<ReportExtras> {
    return this.#asked(taken, 'extras');
  }

  /** What was kept may have made room since: then it is made again first. */
  async #asked<Value>(taken: TakenRun, method: string, ...args: unknown[]): Promise<Value> {
    try {
      return await this.#ask.about<Value>(taken, method, args);
    } catch (error) {
      if (!(error instanceof DwellError) || error.code !== 'NOT_REPLAYED') throw error;
      await this.replay(taken);
      await this.bounds(taken);
      return this.#ask.about<Value>(taken, method, args);
    }
  }

  /** Writes a document. */
  file(ask: FileAsk): Promise<Uint8Array> {
    return this.#ask.ask('file', [ask]);
  }

  sweep(taken: TakenRun, onStep: (sweep: Sweep) => void, signal: AbortSignal): Promise<void> {
    const onPost = ({ sweep }: DebriefPost) => sweep && onStep(sweep);
    return this.#sweep.about(taken, 'sweep', [], { signal, onPost });
  }
}

function listening({ signal, onProgress }: Progress) {
  return {
    ...(signal ? { signal } : {}),
    onPost: ({ what, done }: DebriefPost) => onProgress?.(done, what),
  };
}
