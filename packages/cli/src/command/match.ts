import { createReadStream, statSync } from 'node:fs';
import { badInput, DwellError, ourFault } from '@dwell/core';
import { DetectionError, type FieldMap, mapFields, TIME_FIELDS } from '@dwell/detection';
import { linesOf, matchEvents } from '@dwell/detection/duckdb';
import type { Args, Command, Io } from '../command.ts';
import { formatMatch } from '../match/format-match.ts';
import { type MatchDocument, matchDocument } from '../match/match-document.ts';
import { mapTimes, openFieldMap, shippedFieldMaps } from '../match/open-field-map.ts';
import { readRules } from '../match/read-rules.ts';
import { openProgress } from '../progress.ts';
import { interrupted } from '../report-error.ts';
import { choiceOf, flagOf, listOf, textOf } from '../values.ts';

const ENGINES = ['both', 'stream', 'sql'] as const;

/** `dwell match --rules PATH… --events FILE.ndjson`: any Sigma rules on any events, with both engines. */
export const match: Command = {
  name: 'match',
  positionals: '[PATH…]',
  count: [0, 100_000],
  summary: 'Runs Sigma rules over events (one JSON object a line) and compares both engines.',
  options: {
    rules: {
      value: 'PATH',
      multiple: true,
      help: 'rule files or folders; more may follow; shipped: those over the logs of a run',
    },
    events: { value: 'FILE', help: 'the events, NDJSON' },
    engine: { value: 'ENGINE', help: 'stream, sql or both (default both)' },
    'field-map': {
      value: 'NAME|FILE',
      help: `where events have the fields of rules: ${shippedFieldMaps().join(', ')}, or a file`,
    },
    'time-field': { value: 'NAME', help: 'where events say when they happened' },
  },
  notes: [
    'Events are counted from 0; blank lines are skipped. A rule with an error is listed with it, the others go on.',
    'Exit 2 when the events cannot be read or no rule is left, 3 when the engines disagree (please report it).',
  ],
  async run(args, io) {
    const document = await runMatch(args, io).catch((error: unknown) => {
      if (io.signal.aborted) throw interrupted();
      throw error instanceof DetectionError ? told(error) : error;
    });
    io.out(
      flagOf(args.values, 'json')
        ? `${JSON.stringify(document, null, 2)}\n`
        : formatMatch(document),
    );
    const [first] = document.disagreements;
    if (first) {
      const what = `the engines disagree on ${document.disagreements.length} matches`;
      throw ourFault('ENGINES_DISAGREE', what, `rule ${first.rule}, event ${first.event}`);
    }
    return 0;
  },
};

async function runMatch(args: Args, io: Io): Promise<MatchDocument> {
  const { values } = args;
  const paths = [...listOf(values, 'rules'), ...args.positionals];
  if (listOf(values, 'rules').length === 0) throw missing('--rules', 'rule files or folders');
  const file = textOf(values, 'events');
  if (file === undefined) throw missing('--events', 'a file with one JSON object a line');
  const engine = choiceOf(values, 'engine', ENGINES, 'both');
  const mapName = textOf(values, 'field-map');
  const map = mapName === undefined ? null : openFieldMap(mapName);
  const input = readRules(paths);
  const bytes = sizeOf(file);
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 2 ** 20 });
  const progress = openProgress(io, 'match', flagOf(values, 'quiet'));
  try {
    const report = await matchEvents({
      linked: map ? mapFields(input.linked, map) : input.linked,
      events: linesOf(stream),
      file,
      engine,
      timeFields: timeFields(textOf(values, 'time-field'), map),
      signal: io.signal,
      onProgress: (events) =>
        progress.update(bytes === 0 ? 0 : stream.bytesRead / bytes, `${events} events`),
    });
    return matchDocument(input, report);
  } finally {
    stream.destroy();
    progress.end();
  }
}

function timeFields(given: string | undefined, map: FieldMap | null): readonly string[] {
  if (given !== undefined) return [given];
  return [...new Set([...(map ? mapTimes(map) : []), ...TIME_FIELDS])];
}

function sizeOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw badInput('FILE', 'no such file', file, 'check the path');
  if (stat.isDirectory()) throw badInput('FILE', 'this is a folder', file, 'name a file');
  return stat.size;
}

function missing(option: string, what: string): DwellError {
  return badInput('USAGE', `${option} is missing`, 'dwell match', `name ${what}`);
}

function told({ code, what, where, todo }: DetectionError): DwellError {
  return badInput(code, what, where, todo);
}
