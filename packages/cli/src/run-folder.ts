import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { badInput } from '@dwell/core';
import {
  type Manifest,
  openTelemetry,
  readManifest,
  segmentsRoot,
  type Telemetry,
  type TelemetryView,
} from '@dwell/telemetry';

/** What `dwell run --out` wrote. */
export type RunFolder = {
  telemetry: string;
  labels: string;
  manifest: Manifest;
  view: TelemetryView;
};

/** Errors (exit 2): `RUN_FOLDER`, `MANIFEST` when it is none. */
export function openRunFolder(path: string, options: { all: boolean }): RunFolder {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) {
    throw badInput(
      'RUN_FOLDER',
      stat ? 'this is no folder' : 'no such folder',
      `--run ${path}`,
      'name what dwell run --out wrote',
    );
  }
  const telemetry = join(path, 'telemetry');
  const manifest = readManifest(telemetry);
  const view = manifest.view as TelemetryView | undefined;
  if (view === undefined || !existsSync(segmentsRoot(telemetry))) {
    throw badInput(
      'RUN_FOLDER',
      'the run kept no log records',
      `--run ${path}`,
      'run it again without --counters-only',
    );
  }
  return {
    telemetry,
    labels: join(path, 'labels'),
    manifest,
    view: options.all ? { ...view, all: true } : view,
  };
}

/** The run's records, opened for queries. Close it. */
export function telemetryOf(folder: RunFolder): Telemetry {
  return openTelemetry({ segments: segmentsRoot(folder.telemetry), view: folder.view });
}

/** Tables and columns when there is no run at hand. */
export function blankTelemetry(): Telemetry {
  return openTelemetry({
    segments: [],
    view: {
      calendar: { startMs: 0, offsetMinutes: 540 },
      asOfMs: 0,
      retentionDays: 0,
      holds: [],
      enrichments: {},
      keys: [],
      principals: [],
    },
  });
}
