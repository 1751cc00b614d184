import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Segments that stay as they are until they are released. */
export type Pinned = { segments: readonly string[]; release(): void };

/**
 * Holds on to the newest of a run's segments, given oldest first: a day in progress gives way to a longer
 * one at any time, and whoever reads it for minutes would lose it. Its files are linked beside the
 * segments; where that cannot be done, it is read where it lies.
 */
export function pinNewest(segments: readonly string[]): Pinned {
  const newest = segments.at(-1);
  if (newest === undefined) return { segments, release: () => undefined };
  const folder = join(dirname(dirname(newest)), `pinned-${randomUUID()}`);
  const release = () => rmSync(folder, { recursive: true, force: true });
  const copy = join(folder, basename(newest));
  try {
    mkdirSync(copy, { recursive: true });
    for (const file of readdirSync(newest)) linkSync(join(newest, file), join(copy, file));
    return { segments: [...segments.slice(0, -1), copy], release };
  } catch {
    release();
    return { segments, release: () => undefined };
  }
}
