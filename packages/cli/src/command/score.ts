import { readCase, scoreCase } from '@dwell/simulator';
import { openCaseProgress } from '../case-progress.ts';
import type { Command } from '../command.ts';
import { formatScore } from '../format-score.ts';
import { brokenSeal } from '../report-error.ts';
import { flagOf } from '../values.ts';

/** `dwell score CASE`: replays the exercise and scores it, whatever score the case says it has. */
export const score: Command = {
  name: 'score',
  positionals: 'CASE',
  count: [1, 1],
  summary: 'Replays the case of an exercise and scores it.',
  options: {},
  notes: [
    'CASE is the signed bundle of a debrief. Its run, and those of three bot teams on the same seed,',
    'are lived again; dwell verify says whether the score in it is the same.',
  ],
  async run(args, io) {
    const path = args.positionals[0]!;
    const { bundle, replayable } = readCase(path);
    if (!replayable) throw brokenSeal(path);
    const progress = openCaseProgress(io, 'score', flagOf(args.values, 'quiet'));
    const { score: found, checksum } = await scoreCase(bundle, {
      signal: io.signal,
      onProgress: progress.update,
    }).finally(progress.end);
    const { title, team } = bundle.exercise;
    io.out(
      flagOf(args.values, 'json')
        ? `${JSON.stringify({ case: title, team, checksum, score: found }, null, 2)}\n`
        : formatScore(found, { title, team, checksum }),
    );
    return 0;
  },
};
