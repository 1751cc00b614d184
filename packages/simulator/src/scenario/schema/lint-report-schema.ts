import { z } from 'zod';
import type { Problem } from '../problem.ts';

const ProblemRow = z.strictObject({
  file: z.string(),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
  code: z.string().describe('Stable, for programs'),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  hint: z.string().describe('What to do about it'),
}) satisfies z.ZodType<Problem>;

/** What `dwell lint --json` prints. */
export const LintReport = z.strictObject({
  problems: z.array(ProblemRow),
  errors: z.number().int().min(0),
  warnings: z.number().int().min(0),
});
