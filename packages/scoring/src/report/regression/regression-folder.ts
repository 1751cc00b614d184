import { strToU8, zipSync } from 'fflate';
import { ARCHIVE_TIME } from '../to-csv.ts';
import { type LessonSource, regressionFiles } from './regression-files.ts';

/** The files of `regressionFiles` in one ZIP archive; null when there are none. */
export function regressionFolder(source: LessonSource): Uint8Array | null {
  const files = regressionFiles(source);
  if (files === null) return null;
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  return zipSync(Object.fromEntries(entries), { mtime: ARCHIVE_TIME });
}
