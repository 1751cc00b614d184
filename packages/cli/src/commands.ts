import type { Command } from './command.ts';
import { lint } from './command/lint.ts';
import { verify } from './command/verify.ts';

/** What `dwell` offers, in the order of its help. */
export const COMMANDS: readonly Command[] = [lint, verify];
