import type { Announcements, LogName } from './announcements.ts';

const RETRY_MS = 1_000;

type Feed<Entry extends { sequence: number }> = {
  announcements: Announcements;
  log: LogName;
  /** Id of the run or the exercise. */
  of: string;
  read(after: number): Promise<Entry[]>;
  /** Sequence of the log's last entry, 0 when empty. */
  last(): Promise<number>;
};

/**
 * Calls back, in order and once, for each entry appended after this call. Entries are read from the
 * table when they are announced, so what is delivered is what is kept.
 */
export function followLog<Entry extends { sequence: number }>(
  feed: Feed<Entry>,
  listener: (entry: Entry) => void,
): () => void {
  let open = true;
  let cursor: number | null = null;
  let baseline: Promise<number> | null = feed.last().catch(() => 0);
  let behind = false;
  let busy = false;

  const pump = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (behind && open) {
      behind = false;
      try {
        cursor ??= (await baseline) ?? 0;
        for (const entry of await feed.read(cursor)) {
          if (!open) return;
          cursor = entry.sequence;
          listener(entry);
        }
      } catch (error) {
        if (!open) break;
        behind = true;
        setTimeout(() => void pump(), RETRY_MS).unref();
        feed.announcements.onTrouble(`following the ${feed.log} log of ${feed.of}`, error);
        break;
      }
    }
    busy = false;
  };

  const stop = feed.announcements.listen(feed.log, feed.of, (sequence) => {
    // The first announced entry is the first one appended since: the baseline, read at about the
    // same time, may already count it.
    if (sequence !== null && cursor === null) cursor = sequence - 1;
    baseline = cursor === null ? baseline : null;
    behind = true;
    void pump();
  });
  return () => {
    open = false;
    stop();
  };
}
