import type { Command } from './command.ts';
import { bench } from './command/bench.ts';
import { compare } from './command/compare.ts';
import { exportRecords } from './command/export.ts';
import { hunt } from './command/hunt.ts';
import { lint } from './command/lint.ts';
import { match } from './command/match.ts';
import { report } from './command/report.ts';
import { run } from './command/run.ts';
import { score } from './command/score.ts';
import { testCommand } from './command/test.ts';
import { verify } from './command/verify.ts';
import { simulatorEvaluation } from './expect/simulator-evaluation.ts';

/** What `dwell` offers, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  run,
  testCommand(simulatorEvaluation),
  match,
  compare,
  hunt,
  exportRecords,
  lint,
  score,
  report,
  verify,
  bench,
];
