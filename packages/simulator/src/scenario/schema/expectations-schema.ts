import { z } from 'zod';
import { TimeText } from './common.ts';

const Share = z.number().min(0).max(1);
const Count = z.number().int().min(0).max(1_000_000_000_000);

const Expectation = z.strictObject({
  rule: z.string().min(1).max(200).describe('Id or title of a rule'),
  exactly: Count.optional().describe('Alerts, exactly'),
  at_least: Count.optional().describe('Alerts, at least'),
  at_most: Count.optional().describe('Alerts, at most'),
  first_alert_before: TimeText.optional(),
  max_records_lost: Count.optional().describe('Accounts lost before the first alert, full scale'),
  max_benign_alerts_per_day: z.number().min(0).max(1_000_000).optional(),
  min_precision: Share.optional(),
  min_recall: Share.optional(),
});

/** A file of expectations: rules × one scenario × seeds, and what must come out. */
export const ExpectationsFile = z.strictObject({
  kind: z.literal('expectations'),
  scenario: z.string().min(1).max(500).describe('Shipped name or a file, relative to this one'),
  scale: z
    .string()
    .regex(/^1:[1-9]\d{0,5}$/, { error: 'write a scale such as "1:10000", in quotes' })
    .optional(),
  seeds: z.array(z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)).min(1).max(1000).optional(),
  playbook: z.string().min(1).max(500).optional(),
  enrichments: z.union([z.enum(['all', 'none']), z.array(z.string().max(64)).max(20)]).optional(),
  rules: z.string().min(1).max(500).describe('A file or folder of rules, relative to this file'),
  unexpected: z.enum(['fail', 'warn', 'ignore']).optional(),
  expect: z.array(Expectation).min(1).max(1000),
});

export type ExpectationsFile = z.infer<typeof ExpectationsFile>;
