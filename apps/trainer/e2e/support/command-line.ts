import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RunRow } from '@dwell/simulator/router';
import { isoTime } from './runs.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const run = promisify(execFile);

/** What `dwell run --json` says, as far as it is compared here. */
export type Told = { checksum: string; loss: { accounts: number; accounts_scaled: number } };

/**
 * The command line's own playing of a run's scenario, seed and scale, from the beginning to the
 * run's end, counters only; with a playbook when there is one.
 */
export async function playedByCommandLine(row: RunRow, playbook = 'none'): Promise<Told> {
  const { stdout } = await run(process.execPath, [
    `${root}packages/cli/bin/dwell.js`,
    ...['run', row.scenario, '--seed', String(row.seed), '--scale', `1:${row.scale}`],
    ...['--until', isoTime(row, row.endAt), '--playbook', playbook],
    ...['--counters-only', '--json', '--quiet'],
  ]);
  return JSON.parse(stdout) as Told;
}
