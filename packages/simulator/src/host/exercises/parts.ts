import type { SimTime } from '@dwell/core';
import type { HostPorts } from '../ports.ts';
import type { RunHost } from '../run-host.ts';
import type { MakeRun } from '../run-maker.ts';
import type { RunRow } from '../../router/types.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import type { Viewer } from '../service.ts';

/** What exercises need of the rest of the service. */
export type ExerciseParts = {
  ports: HostPorts;
  /** Folder for what can be derived again. */
  home: string;
  /** Most bytes that histories may take. */
  historyBytesMax: number;
  wall: () => number;
  host(runId: string): Promise<RunHost>;
  run(runId: string): Promise<RunRow>;
  make(viewer: Viewer, ask: MakeRun): Promise<{ id: string }>;
  fork(viewer: Viewer, runId: string, at: SimTime): Promise<{ id: string }>;
  removeRun(runId: string): Promise<void>;
  /** Told when an exercise has ended. */
  ended(room: ExerciseRoom): void;
  /** Told when an exercise has been done away with. */
  removed(room: ExerciseRoom): Promise<void>;
};
