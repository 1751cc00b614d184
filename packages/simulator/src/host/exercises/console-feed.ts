import type { ConsoleMessage } from '../../router/exercise-types.ts';
import type { Made } from './team-table.ts';
import { parseTold, toldId } from './told.ts';

/** Where a console's sections come from. */
export type FeedSource = {
  /** Nothing more will come. */
  readonly closed: boolean;
  /** Everything the viewer is told now; null when they are not to be told any more. */
  sections(): Promise<readonly Made[] | null>;
  watch(listener: () => void): () => void;
};

/**
 * The sections of one console that are not as the message with `lastId` left them, then each whenever
 * it changes. The id of each message marks the content of all that has been told, so it means the same
 * after a reconnect, a rewind, and in another process. Nothing is queued: who is slow gets the latest.
 */
export async function* consoleFeed(
  source: FeedSource,
  lastId: string | null,
  signal: AbortSignal,
): AsyncGenerator<{ id: string; message: ConsoleMessage }> {
  let wake: () => void = () => undefined;
  let dirty = true;
  const onChange = () => {
    dirty = true;
    wake();
  };
  const unwatch = source.watch(onChange);
  signal.addEventListener('abort', onChange);
  const told = parseTold(lastId);
  try {
    while (!signal.aborted && !source.closed) {
      if (!dirty) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted || source.closed) return;
      dirty = false;
      const sections = await source.sections();
      if (!sections) return;
      for (const { section, value, mark } of sections) {
        if (told.get(section) === mark) continue;
        if (signal.aborted) return;
        told.set(section, mark);
        yield { id: toldId(told), message: { section, value } as ConsoleMessage };
      }
    }
  } finally {
    unwatch();
    signal.removeEventListener('abort', onChange);
  }
}
