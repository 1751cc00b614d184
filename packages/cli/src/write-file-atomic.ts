import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file so that a reader sees the old one or the whole new one. Its folder must exist. */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
  const folder = mkdtempSync(join(dirname(path), `.${basename(path)}.part-`));
  try {
    writeFileSync(join(folder, 'new'), content);
    renameSync(join(folder, 'new'), path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
