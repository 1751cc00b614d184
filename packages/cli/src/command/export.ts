import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { badInput } from '@dwell/core';
import { exportOcsf, exportParquet, segmentsRoot } from '@dwell/telemetry';
import type { Command } from '../command.ts';
import { openProgress } from '../progress.ts';
import { interrupted } from '../report-error.ts';
import { openRunFolder } from '../run-folder.ts';
import { choiceOf, flagOf, textOf } from '../values.ts';

const FORMATS = ['ocsf-ndjson', 'parquet'] as const;

/** `dwell export --run DIR --format ocsf-ndjson|parquet --to PATH`. */
export const exportRecords: Command = {
  name: 'export',
  positionals: '',
  count: [0, 0],
  summary: 'Writes the records of a run for other tools.',
  options: {
    run: { value: 'DIR', help: 'what dwell run --out wrote' },
    format: {
      value: 'FORMAT',
      help: 'ocsf-ndjson (one file, an OCSF 1.8.0 object a line) or parquet (a folder, a file a table)',
    },
    to: { value: 'PATH', help: 'what to write; must not exist, and appears whole or not at all' },
    all: { help: 'also records that retention would have deleted' },
    labels: { help: 'with the ground truth: 0 benign, 1 attack' },
  },
  async run(args, io) {
    const run = needed(textOf(args.values, 'run'), '--run', 'name what dwell run --out wrote');
    const to = resolve(needed(textOf(args.values, 'to'), '--to', 'name a file or folder to write'));
    needed(textOf(args.values, 'format'), '--format', `write ${FORMATS.join(' or ')}`);
    const format = choiceOf(args.values, 'format', FORMATS, 'parquet');
    const folder = openRunFolder(run, { all: flagOf(args.values, 'all') });
    const total = Object.values(folder.manifest.rowsByClass).reduce((sum, rows) => sum + rows, 0);
    if (existsSync(to))
      throw badInput(
        'OUT',
        'something of that name is there already',
        `--to ${to}`,
        'remove it or name another place',
      );
    mkdirSync(dirname(to), { recursive: true });
    const progress = openProgress(io, 'export', flagOf(args.values, 'quiet'));
    const write = format === 'parquet' ? exportParquet : exportOcsf;
    const options = {
      segments: segmentsRoot(folder.telemetry),
      view: folder.view,
      ...(flagOf(args.values, 'labels') ? { labelsRoot: join(folder.labels, 'segments') } : {}),
      progress: (records: number) => {
        // Thrown through the exporter, which then leaves nothing behind.
        if (io.signal.aborted) throw interrupted();
        progress.update(records / Math.max(1, total), `${records} records`);
      },
    };
    const records = await write(to, options).finally(() => progress.end());
    const told = { path: to, format, records };
    if (flagOf(args.values, 'json')) io.out(`${JSON.stringify(told, null, 2)}\n`);
    else io.out(`${records} records in ${to}\n`);
    return 0;
  },
};

function needed(value: string | undefined, option: string, todo: string): string {
  if (value === undefined || value === '')
    throw badInput('USAGE', `${option} is missing`, 'dwell export', todo);
  return value;
}
