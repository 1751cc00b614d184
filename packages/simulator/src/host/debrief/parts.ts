import type { SimTime } from '@dwell/core';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import type { HostPorts } from '../ports.ts';
import type { RunHost } from '../run-host.ts';
import type { Viewer } from '../service.ts';
import type { LearningRecordStore } from './lrs-config.ts';

/** What debriefs need of the rest of the service. */
export type DebriefParts = {
  ports: HostPorts;
  /** Folder for what can be derived again, and for the key that signs cases. */
  home: string;
  /** Where xAPI statements may be sent; null: nowhere. */
  lrs: LearningRecordStore | null;
  wall: () => number;
  /** Errors: `NO_SUCH_EXERCISE`. */
  room(exerciseId: string): Promise<ExerciseRoom>;
  /** All exercises. */
  rooms(): Promise<ExerciseRoom[]>;
  host(runId: string): Promise<RunHost>;
  fork(viewer: Viewer, runId: string, at: SimTime): Promise<{ id: string }>;
};
