import { availableParallelism } from 'node:os';
import { badInput, formatScale } from '@dwell/core';
import { executeRun, type RunSummary } from '@dwell/simulator';
import type { Args, Command, Io } from '../command.ts';
import { measuresOf } from '../compare-measures.ts';
import { formatCompare } from '../format-compare.ts';
import { openProgress } from '../progress.ts';
import { interrupted } from '../report-error.ts';
import { RUN_OPTIONS } from '../run-options.ts';
import { type RunRequest, runRequest } from '../run-request.ts';
import { flagOf, listOf } from '../values.ts';
import { warnOfRefused } from '../warn-of-refused.ts';

const { playbook, out: _, from: __, ...SHARED } = RUN_OPTIONS;

/** `dwell compare SCENARIO --playbook A --playbook B…`: one seed, side by side. */
export const compare: Command = {
  name: 'compare',
  positionals: 'SCENARIO',
  count: [1, 1],
  summary: 'Plays two or more playbooks over the same seed and shows them side by side.',
  options: {
    playbook: { ...playbook!, multiple: true, help: 'at least two: a name or a file' },
    ...SHARED,
  },
  notes: ['Everything that does not come from the playbook is the same in all columns.'],
  async run(args, io) {
    const requests = requestsOf(args);
    const quiet = flagOf(args.values, 'quiet');
    if (!quiet) warnOfRefused(requests[0]!.refused, io);
    const runs = await executeAll(requests, io, quiet);
    const playbooks = runs.map((run) => run.playbook);
    const measures = measuresOf(runs);
    const { scenario, seed, scale } = runs[0]!;
    io.out(
      flagOf(args.values, 'json')
        ? `${JSON.stringify({ scenario, seed, scale, playbooks, measures, runs }, null, 2)}\n`
        : `${scenario}, seed ${seed}, ${formatScale(scale)}\n\n${formatCompare(playbooks, measures)}`,
    );
    return 0;
  },
};

function requestsOf({ values, positionals }: Args): RunRequest[] {
  const playbooks = listOf(values, 'playbook');
  if (playbooks.length < 2) {
    const todo = 'write --playbook none --playbook expert';
    throw badInput('USAGE', 'nothing to compare', '--playbook', todo);
  }
  return playbooks.map((name) =>
    runRequest({ positionals, values: { ...values, playbook: name } }),
  );
}

async function executeAll(
  requests: readonly RunRequest[],
  io: Io,
  quiet: boolean,
): Promise<RunSummary[]> {
  const progress = openProgress(io, 'compare', quiet);
  const runs: RunSummary[] = [];
  try {
    for (const [i, request] of requests.entries()) {
      const { summary } = await executeRun({
        ...request,
        processes: availableParallelism(),
        onProgress: (share) =>
          progress.update((i + share) / requests.length, `playbook ${request.playbook.name}`),
        signal: io.signal,
      });
      if (io.signal.aborted) throw interrupted();
      runs.push(summary);
    }
    return runs;
  } catch (error) {
    throw io.signal.aborted ? interrupted() : error;
  } finally {
    progress.end();
  }
}
