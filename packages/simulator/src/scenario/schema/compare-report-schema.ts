import { z } from 'zod';
import { RunSummaryDocument } from './summary-schema.ts';

const Value = z.union([z.string(), z.number(), z.null()]);

/** What `dwell compare --json` prints. */
export const CompareReport = z.strictObject({
  scenario: z.string(),
  seed: z.number().int().min(0),
  scale: z.number().int().min(1).describe('N of 1:N'),
  playbooks: z.array(z.string()).describe('In the order asked for'),
  measures: z.array(
    z.strictObject({
      measure: z.string().describe('Path in the run summary'),
      label: z.string(),
      unit: z.string().describe('Empty for moments and words'),
      values: z.array(Value).describe('One a playbook'),
      differs: z.array(z.boolean()).describe('From the first playbook'),
    }),
  ),
  runs: z.array(RunSummaryDocument).describe('The whole summary of each run'),
});
