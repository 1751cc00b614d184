import { z } from 'zod';
import { TimeText } from './common.ts';

const Share = z.number().min(0).max(1);
const Count = z.number().int().min(0).max(1_000_000_000_000);
const Name = z.string().min(1).max(500);

const Expectation = z.strictObject({
  rule: z.string().min(1).max(200).describe('Name of a rule (its name: key)'),
  exactly: Count.optional().describe('Alerts, exactly'),
  at_least: Count.optional().describe('Alerts, at least'),
  at_most: Count.optional().describe('Alerts, at most'),
  first_alert_before: TimeText.optional().describe(
    'The first true alert comes before this date or time; without an offset it is local',
  ),
  max_records_lost: Count.optional().describe(
    'Accounts lost before the first true alert, full scale; without one, all that were lost',
  ),
  max_benign_alerts_per_day: z
    .number()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('Alerts without an attack record, per simulated day'),
  min_precision: Share.optional().describe('Alerts with an attack record ÷ alerts'),
  min_recall: Share.optional().describe('Attack days with an alert ÷ attack days'),
});

/** A file of expectations: rules × one scenario × seeds, and what must come out. */
export const ExpectationsFile = z.strictObject({
  kind: z.literal('expectations'),
  scenario: Name.describe('Shipped name or a file, relative to this one'),
  scale: z
    .string()
    .regex(/^1:[1-9]\d{0,5}$/, { error: 'write a scale such as "1:10000", in quotes' })
    .optional()
    .describe('One in N accounts is simulated; default 1:1000'),
  seeds: z
    .array(z.number().int().min(0).max(Number.MAX_SAFE_INTEGER))
    .min(1)
    .max(1000)
    .optional()
    .describe('Every expectation is tested with each; default 42'),
  until: TimeText.optional().describe('Stop there; default the end of the run'),
  playbook: Name.optional().describe('Shipped name or a file, relative to this one; default none'),
  enrichments: z
    .union([z.enum(['all', 'none']), z.array(z.string().max(64)).max(20)])
    .optional()
    .describe('Columns that are on from the start; default none'),
  rules: z
    .union([Name, z.array(Name).min(1).max(100)])
    .describe('shipped, or a file or folder of rules, relative to this file; or a list of them'),
  unexpected: z
    .enum(['fail', 'warn', 'ignore'])
    .optional()
    .describe('What an alert of a rule not named below means; default fail'),
  batch_equals_stream: z
    .boolean()
    .optional()
    .describe('Whether SQL over the stored records must come to the same alerts; default false'),
  expect: z.array(Expectation).min(1).max(1000),
});

export type ExpectationsFile = z.infer<typeof ExpectationsFile>;
