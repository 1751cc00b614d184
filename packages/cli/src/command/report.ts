import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { badInput } from '@dwell/core';
import { REPORT_FILES, reportFile } from '@dwell/scoring/report';
import { readCase, replayCase, reportSource } from '@dwell/simulator';
import { openCaseProgress } from '../case-progress.ts';
import type { Command } from '../command.ts';
import { brokenSeal } from '../report-error.ts';
import { choiceOf, flagOf, textOf } from '../values.ts';
import { writeFileAtomic } from '../write-file-atomic.ts';

const WHAT_IFS = 'leave out the decisions that mattered most, which are found by trying each';

/** `dwell report CASE --format docx|md|json|csv|xapi --out FILE`: the after-action report of a case. */
export const report: Command = {
  name: 'report',
  positionals: 'CASE',
  count: [1, 1],
  summary: 'Writes the after-action report and improvement plan of a case.',
  options: {
    format: {
      value: 'FORMAT',
      help: `${REPORT_FILES.join(', ')} (csv: a zip of tables; regression: a zip of tests)`,
    },
    out: { value: 'FILE', help: 'what to write; must not exist, and appears whole or not at all' },
    language: { value: 'LANGUAGE', help: 'en or ko (en)' },
    quick: { help: WHAT_IFS },
  },
  notes: ['CASE is the signed bundle of a debrief; the whole of it is replayed.'],
  async run(args, io) {
    const path = args.positionals[0]!;
    const out = outOf(textOf(args.values, 'out'));
    if (textOf(args.values, 'format') === undefined)
      throw badInput(
        'USAGE',
        'no format is named',
        '--format',
        `write one of ${REPORT_FILES.join(', ')}`,
      );
    const format = choiceOf(args.values, 'format', REPORT_FILES, 'docx');
    const language = choiceOf(args.values, 'language', ['en', 'ko'], 'en');
    const { bundle, replayable } = readCase(path);
    if (!replayable) throw brokenSeal(path);
    const progress = openCaseProgress(io, 'report', flagOf(args.values, 'quiet'));
    const { debrief, whatIfs } = await replayCase(bundle, {
      signal: io.signal,
      onProgress: progress.update,
      whatIfs: !flagOf(args.values, 'quick'),
    }).finally(progress.end);
    const source = reportSource(bundle, debrief, { language, whatIfs });
    const bytes = await reportFile(source, format);
    writeFileAtomic(out, bytes);
    const told = { path: out, format, bytes: bytes.length };
    if (flagOf(args.values, 'json')) io.out(`${JSON.stringify(told, null, 2)}\n`);
    else io.out(`${bytes.length} bytes in ${out}\n`);
    return 0;
  },
};

function outOf(given: string | undefined): string {
  if (given === undefined)
    throw badInput('USAGE', 'no file is named', '--out', 'name the file to write');
  const out = resolve(given);
  if (existsSync(out))
    throw badInput('OUT', 'something of that name is there already', out, 'name another file');
  if (!existsSync(dirname(out)))
    throw badInput('OUT', 'there is no such folder', dirname(out), 'make the folder first');
  return out;
}
