import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { listSegments, readSegment } from '../store/segment-file.ts';

/** A stored file of a table. `ordinal` numbers the files of a table in the order of segments. */
export type Part = { path: string; ordinal: number; rows: number; fromMs: number; toMs: number };

/** Files by table. */
export type Parts = ReadonlyMap<string, readonly Part[]>;

/** Segment folders of a list, or of a folder of segments; links resolved. */
export function segmentFolders(segments: readonly string[] | string): readonly string[] {
  const folders = typeof segments === 'string' ? listSegments(segments) : segments;
  return folders.map((folder) => realpathSync(folder));
}

/** The files of sealed segments, by table. Errors: `SEGMENT`. */
export function loadParts(folders: readonly string[]): Parts {
  const tables = new Map<string, Part[]>();
  for (const folder of folders) {
    for (const [table, parts] of Object.entries(readSegment(folder).parts)) {
      const list = tables.get(table) ?? [];
      for (const part of parts) {
        list.push({
          path: join(folder, part.file),
          ordinal: list.length,
          rows: part.rows,
          fromMs: part.fromMs,
          toMs: part.toMs,
        });
      }
      tables.set(table, list);
    }
  }
  return tables;
}

/** File beside a part that holds one enrichment. */
export function sidecarPath(part: Part, enrichment: string): string {
  return part.path.replace(/\.parquet$/, `.${enrichment}.parquet`);
}
