import { badInput } from '@dwell/core';
import { loadHunt, shippedHunts } from '@dwell/simulator';
import type { Telemetry } from '@dwell/telemetry';
import type { Args, Command, Io } from '../command.ts';
import { type Format, FORMATS, formatRows, type Table } from '../format-rows.ts';
import { interrupted } from '../report-error.ts';
import { blankTelemetry, openRunFolder, telemetryOf } from '../run-folder.ts';
import { choiceOf, flagOf, integerOf, textOf } from '../values.ts';

/** `dwell hunt "SQL"|@NAME --run DIR`: one guarded, read-only query over the records of a run. */
export const hunt: Command = {
  name: 'hunt',
  positionals: '"SQL"|@NAME',
  count: [0, 1],
  summary: 'Runs a read-only query over the records of a run.',
  options: {
    run: { value: 'DIR', help: 'what dwell run --out wrote' },
    limit: { value: 'N', help: 'rows at most (default 1000)' },
    format: { value: 'FORMAT', help: 'table, json or csv (default table, or json with --json)' },
    all: { help: 'also records that retention would have deleted' },
    timeout: { value: 'S', help: 'seconds a query may take (default 30)' },
    schema: { help: 'list tables and columns' },
  },
  notes: [
    'Named hunts:',
    ...shippedHunts().map((name) => `  @${name}  ${loadHunt(name).title ?? ''}`),
  ],
  async run(args, io) {
    const format: Format = choiceOf(
      args.values,
      'format',
      FORMATS,
      flagOf(args.values, 'json') ? 'json' : 'table',
    );
    const run = textOf(args.values, 'run');
    const all = flagOf(args.values, 'all');
    if (flagOf(args.values, 'schema')) {
      const telemetry =
        run === undefined ? blankTelemetry() : telemetryOf(openRunFolder(run, { all }));
      io.out(formatRows(schemaTable(telemetry), format));
      telemetry.close();
      return 0;
    }
    const sql = sqlOf(args);
    if (run === undefined)
      throw badInput('USAGE', '--run is missing', 'dwell hunt', 'name what dwell run --out wrote');
    await query(telemetryOf(openRunFolder(run, { all })), sql, args, io, format);
    return 0;
  },
};

function sqlOf(args: Args): string {
  const text = args.positionals[0];
  if (text === undefined) {
    throw badInput(
      'USAGE',
      'the query is missing',
      'dwell hunt',
      `write "select …" or @${shippedHunts().join(', @')}`,
    );
  }
  return text.startsWith('@') ? loadHunt(text.slice(1)).sql : text;
}

async function query(
  telemetry: Telemetry,
  sql: string,
  args: Args,
  io: Io,
  format: Format,
): Promise<void> {
  const limit = integerOf(args.values, 'limit', 1000, 1, 100_000);
  const deadlineMs = integerOf(args.values, 'timeout', 30, 1, 3600) * 1000;
  const stop = () => telemetry.close();
  io.signal.addEventListener('abort', stop, { once: true });
  try {
    const result = await telemetry.sql(sql, { limit, deadlineMs });
    io.out(
      formatRows(
        { columns: result.columns.map((column) => column.name), rows: result.rows },
        format,
      ),
    );
    if (!flagOf(args.values, 'quiet')) {
      const cut = result.truncated ? 'cut off at a limit: --limit raises it; ' : '';
      io.err(
        `${result.rows.length} row${result.rows.length === 1 ? '' : 's'}, ${cut}${result.elapsedMs} ms\n`,
      );
    }
  } catch (error) {
    throw io.signal.aborted ? interrupted() : error;
  } finally {
    io.signal.removeEventListener('abort', stop);
    telemetry.close();
  }
}

function schemaTable(telemetry: Telemetry): Table {
  const rows = telemetry.schema().flatMap((table) =>
    table.columns.map((column) => {
      const { enrichment } = column;
      return [
        table.name,
        column.name,
        column.type,
        enrichment ? `${enrichment.name} (${enrichment.on ? 'on' : 'off'})` : null,
      ];
    }),
  );
  return { columns: ['table', 'column', 'type', 'enrichment'], rows };
}
