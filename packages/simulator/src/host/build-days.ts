import { builtEntry, DwellError } from '@dwell/core';
import type { DetectionRule } from '../detection/detection-rule.ts';
import { mergeAlerts } from '../detection/merge-alerts.ts';
import { Child } from './child.ts';
import { type DayJob, type DayProgress, type DaysWritten, shareDays } from './day-job.ts';

const SILENCE_MS_MAX = 300_000;

export type BuildDaysOptions = {
  /** Children to share the days among; two on two cores. */
  processes: number;
  /** Heap of each child. */
  memoryMb: number;
  /** Told after each day, with sums over all children. */
  onProgress?: (done: DayProgress & { daysTotal: number }) => void;
  /** Ends the children at once. */
  signal?: AbortSignal;
};

/** The error of a build that somebody stopped. */
export function buildCancelled(): DwellError {
  return new DwellError('CANCELLED', {
    what: 'the build was cancelled',
    where: 'history',
    todo: 'start it again',
    exit: 130,
  });
}

/**
 * Makes the records of days of a run, in child processes by ranges of days: sealed as segments under
 * `job.folder`, shown to the job's rules, or both. Each child lives the run through by itself, so the
 * caller's process does next to nothing. Resolves with all segments in order of days and the alerts of
 * all ranges put together. Errors: `CANCELLED`, `STORE_FULL`, `STORE_WRITE`, `CHILD_GONE`.
 */
export async function buildDays(job: DayJob, options: BuildDaysOptions): Promise<DaysWritten> {
  const { signal } = options;
  if (signal?.aborted) throw buildCancelled();
  const shares = shareDays(job, options.processes);
  const done = { days: 0, records: 0 };
  const onPost = (progress: DayProgress) => {
    done.days += progress.days;
    done.records += progress.records;
    options.onProgress?.({ ...done, daysTotal: job.toDay - job.fromDay + 1 });
  };
  const children = shares.map(() => startBuilder(onPost, options.memoryMb));
  const endAll = () => void Promise.all(children.map((child) => child.end()));
  signal?.addEventListener('abort', endAll);
  try {
    const parts = await Promise.all(
      shares.map((share, n) => {
        const world = share.toDay === job.toDay ? job.world : null;
        return children[n]!.call<DaysWritten>('write', { ...job, ...share, world });
      }),
    );
    return together(parts, job.rules);
  } catch (error) {
    throw signal?.aborted ? buildCancelled() : error;
  } finally {
    signal?.removeEventListener('abort', endAll);
    await Promise.all(children.map((child) => child.end()));
  }
}

/** Sums over all children; times are means, because they work side by side. */
function together(parts: readonly DaysWritten[], rules: readonly DetectionRule[]): DaysWritten {
  const sum = (of: (part: DaysWritten) => number) => parts.reduce((n, part) => n + of(part), 0);
  const counts: Record<string, number> = {};
  for (const part of parts) {
    for (const [table, n] of Object.entries(part.counts)) counts[table] = (counts[table] ?? 0) + n;
  }
  const timespans = Object.fromEntries(rules.map((rule) => [rule.name, rule.timespanMs]));
  return {
    segments: parts.flatMap((part) => part.segments),
    counts,
    watched: mergeAlerts(
      parts.map((part) => part.watched),
      timespans,
    ),
    generateMs: sum((part) => part.generateMs) / parts.length,
    detectMs: sum((part) => part.detectMs) / parts.length,
    memoryMb: sum((part) => part.memoryMb),
  };
}

function startBuilder(
  onPost: (progress: DayProgress) => void,
  memoryMb: number,
): Child<DayProgress> {
  return new Child<DayProgress>({
    entry: builtEntry(import.meta.url, './history-process.js'),
    name: 'history builder',
    memoryMb,
    silenceMsMax: SILENCE_MS_MAX,
    onPost,
    onExit: () => undefined,
  });
}
