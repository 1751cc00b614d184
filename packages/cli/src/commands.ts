import type { Command } from './command.ts';
import { bench } from './command/bench.ts';
import { exportRecords } from './command/export.ts';
import { hunt } from './command/hunt.ts';
import { lint } from './command/lint.ts';
import { run } from './command/run.ts';
import { verify } from './command/verify.ts';

/** What `dwell` offers, in the order of its help. */
export const COMMANDS: readonly Command[] = [run, hunt, exportRecords, lint, verify, bench];
