import type { LearningRecordStore } from './debrief/lrs-config.ts';

/** Bounds and wiring of the service; every one has a default. */
export type ServiceLimits = {
  /** Worlds alive at the same time; the least recently used idle one makes room. */
  worldsMax: number;
  /** Heap of a world's process, MB. */
  worldMemoryMb: number;
  /** Children that build one history. */
  builders: number;
  builderMemoryMb: number;
  /** Histories kept on disk, bytes. */
  historyBytesMax: number;
  /** A paused world that nobody watches or asks ends after so long. */
  idleMs: number;
  /** False when several server processes share the database: then a fresh beat means another host has the run. */
  soleHost: boolean;
  /** Where xAPI statements may be sent; null: nowhere. */
  lrs: LearningRecordStore | null;
  /** Epoch ms. */
  wall: () => number;
};

const DEFAULTS: ServiceLimits = {
  worldsMax: 8,
  worldMemoryMb: 1_024,
  builders: 2,
  builderMemoryMb: 1_024,
  historyBytesMax: 20_000_000_000,
  idleMs: 300_000,
  soleHost: true,
  lrs: null,
  wall: () => Date.now(),
};

export function withDefaults(given: Partial<ServiceLimits>): ServiceLimits {
  const set = Object.entries(given).filter(
    ([name, value]) => name in DEFAULTS && value !== undefined,
  );
  return { ...DEFAULTS, ...Object.fromEntries(set) };
}
