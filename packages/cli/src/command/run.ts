import { DAY_MS, formatScale } from '@dwell/core';
import { estimateTelemetry, executeRun, type Executed } from '@dwell/simulator';
import type { Command, Io } from '../command.ts';
import { formatBytes, refuseWhatDoesNotFit } from '../disk.ts';
import { formatSummary } from '../format-summary.ts';
import { openOutFolder } from '../out-folder.ts';
import { openProgress } from '../progress.ts';
import { interrupted } from '../report-error.ts';
import { RUN_OPTIONS } from '../run-options.ts';
import { daysOf, type RunRequest, runRequest } from '../run-request.ts';
import { flagOf } from '../values.ts';
import { warnOfRefused } from '../warn-of-refused.ts';

/** `dwell run SCENARIO`: simulates, says what was lost, keeps records and bundle with `--out`. */
export const run: Command = {
  name: 'run',
  positionals: 'SCENARIO',
  count: [1, 1],
  summary: 'Simulates a scenario and says what was lost, seen and spent.',
  options: RUN_OPTIONS,
  notes: [
    'SCENARIO is a shipped name (insider-key, insider-key-live, insider-bulk-token) or a YAML file.',
    'Times are ISO; one without an offset is local to the scenario.',
  ],
  async run(args, io) {
    const request = runRequest(args);
    const quiet = flagOf(args.values, 'quiet');
    const folder = request.out === undefined ? null : openOutFolder(request.out, '--out');
    if (!quiet) warnOfRefused(request.refused, io);
    try {
      if (folder && !request.countersOnly) announce(request, io, quiet);
      const { summary } = await execute(request, io, quiet, folder?.path);
      folder?.keep();
      io.out(
        flagOf(args.values, 'json')
          ? `${JSON.stringify(summary, null, 2)}\n`
          : formatSummary(summary),
      );
      return 0;
    } finally {
      folder?.drop();
    }
  },
};

function announce(request: RunRequest, io: Io, quiet: boolean): void {
  const { records, bytes } = estimateTelemetry(
    request.scenario.knobs,
    request.scale,
    daysOf(request),
  );
  refuseWhatDoesNotFit(bytes, request.out!);
  if (quiet) return;
  const million = (records / 1e6).toFixed(records < 1e8 ? 1 : 0);
  io.err(
    `${request.scenario.name} at ${formatScale(request.scale)}: about ${million} M records, ${formatBytes(bytes)}\n`,
  );
}

async function execute(
  request: RunRequest,
  io: Io,
  quiet: boolean,
  out: string | undefined,
): Promise<Executed> {
  const progress = openProgress(io, 'run', quiet);
  const days = Math.ceil((request.until ?? request.scenario.run.to) / DAY_MS);
  try {
    const executed = await executeRun({
      ...request,
      out,
      onProgress: (share) => progress.update(share, `day ${Math.ceil(share * days)} of ${days}`),
      signal: io.signal,
    });
    if (io.signal.aborted) throw interrupted();
    return executed;
  } catch (error) {
    // A terminal's Ctrl-C reaches the children too, whose end must not look like a fault of ours.
    throw io.signal.aborted ? interrupted() : error;
  } finally {
    progress.end();
  }
}
