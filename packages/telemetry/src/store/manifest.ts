import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badInput, type Calendar } from '@dwell/core';
import { listSegments, readSegment } from './segment-file.ts';

/** `manifest.json` of a telemetry folder: which run the segments beside it belong to. */
export type Manifest = {
  format: 1;
  calendar: Calendar;
  scenario: string;
  scenarioHash: string;
  seed: number;
  scale: number;
  engine: string;
  /** Names of sealed segments, ascending. */
  segments: readonly string[];
  /** Records by OCSF class uid. */
  rowsByClass: Readonly<Record<string, number>>;
  bytes: number;
  /** Whatever else the writer of a run keeps beside it (keys, holds, as-of time). */
  view?: unknown;
};

const MANIFEST = 'manifest.json';
const SEGMENTS = 'segments';

/** Class uid of each table; `endpoint_minute` holds counts, not records. */
export const TABLE_CLASSES: Readonly<Record<string, number>> = {
  http_activity: 4002,
  authentication: 3002,
  account_change: 3001,
  entity_management: 3004,
  api_activity: 6003,
  datastore_activity: 6005,
  email_activity: 4009,
  detection_finding: 2004,
};

/** Folder of the segments of a telemetry folder. */
export function segmentsRoot(telemetryRoot: string): string {
  return join(telemetryRoot, SEGMENTS);
}

/** Adds up the sealed segments on disk and writes `manifest.json`, whole or not at all. */
export function writeManifest(
  telemetryRoot: string,
  run: Omit<Manifest, 'format' | 'segments' | 'rowsByClass' | 'bytes'>,
): Manifest {
  const rowsByClass: Record<string, number> = {};
  const segments: string[] = [];
  let bytes = 0;
  for (const folder of listSegments(segmentsRoot(telemetryRoot))) {
    const segment = readSegment(folder);
    segments.push(segment.name);
    bytes += segment.bytes;
    for (const [table, rows] of Object.entries(segment.rows)) {
      const classUid = TABLE_CLASSES[table];
      if (classUid && rows > 0) rowsByClass[classUid] = (rowsByClass[classUid] ?? 0) + rows;
    }
  }
  const manifest: Manifest = { format: 1, ...run, segments, rowsByClass, bytes };
  const path = join(telemetryRoot, MANIFEST);
  writeFileSync(`${path}.${process.pid}`, `${JSON.stringify(manifest, null, 1)}\n`, {
    flush: true,
  });
  renameSync(`${path}.${process.pid}`, path);
  return manifest;
}

/** Errors: `MANIFEST` when the folder holds no telemetry. */
export function readManifest(telemetryRoot: string): Manifest {
  const path = join(telemetryRoot, MANIFEST);
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    if (manifest.format === 1) return manifest;
  } catch {
    // said below
  }
  throw badInput(
    'MANIFEST',
    'no telemetry of a run here',
    path,
    'name the folder that dwell run --out made',
  );
}
