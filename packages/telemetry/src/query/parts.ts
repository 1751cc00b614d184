import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { listSegments, readSegment } from '../store/segment-file.ts';

/** A stored file of a table. `ordinal` numbers the files of a table in the order of segments. */
export type Part = {
  path: string;
  ordinal: number;
  rows: number;
  fromMs: number;
  toMs: number;
  /** File of the labels of its rows, where they may be read. */
  label?: string;
};

/** Files by table. */
export type Parts = ReadonlyMap<string, readonly Part[]>;

/** Segment folders of a list, or of a folder of segments; links resolved. */
export function segmentFolders(segments: readonly string[] | string): readonly string[] {
  const folders = typeof segments === 'string' ? listSegments(segments) : segments;
  return folders.map((folder) => realpathSync(folder));
}

/** The files of sealed segments, by table; with those of their labels where `labels` says in which folders they lie. Errors: `SEGMENT`. */
export function loadParts(folders: readonly string[], labels: readonly string[] = []): Parts {
  const tables = new Map<string, Part[]>();
  for (const [n, folder] of folders.entries()) {
    for (const [table, parts] of Object.entries(readSegment(folder).parts)) {
      const list = tables.get(table) ?? [];
      for (const part of parts) {
        list.push({
          path: join(folder, part.file),
          ordinal: list.length,
          rows: part.rows,
          fromMs: part.fromMs,
          toMs: part.toMs,
          ...labelFile(labels[n], part.file),
        });
      }
      tables.set(table, list);
    }
  }
  return tables;
}

function labelFile(folder: string | undefined, file: string): Pick<Part, 'label'> {
  if (folder === undefined) return {};
  const label = join(folder, file);
  return existsSync(label) ? { label } : {};
}

/** File beside a part that holds one enrichment. */
export function sidecarPath(part: Part, enrichment: string): string {
  return part.path.replace(/\.parquet$/, `.${enrichment}.parquet`);
}
