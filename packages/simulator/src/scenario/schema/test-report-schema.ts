import { z } from 'zod';

const Count = z.number().int().min(0);
const Share = z.number().min(0).max(1);
const IsoTime = z.iso.datetime({ offset: true });

const Check = z.strictObject({
  check: z.string().describe('Key of the expectations file'),
  expected: z.string(),
  got: z.string(),
  ok: z.boolean(),
});

const Alerts = z.strictObject({
  count: Count.describe('One per (rule, group) until its condition was false for one timespan'),
  true: Count.describe('With at least one record of the attack'),
  benign: Count,
  first_at: IsoTime.nullable(),
  first_true_at: IsoTime.nullable(),
  records_lost_before_scaled: Count.nullable().describe(
    'Accounts lost before the first true alert, full scale',
  ),
  precision: Share.nullable().describe('null without an alert'),
  recall: Share.nullable().describe('null without an attack'),
  benign_per_day: z.number().min(0).describe('Per simulated day'),
});

const Case = z.strictObject({
  name: z.string(),
  rule: z.string().nullable().describe('null: the case about alerts of rules that are not named'),
  seed: Count,
  line: z.number().int().min(1).describe('Line of the expectations file'),
  status: z.enum(['passed', 'warned', 'failed', 'error']),
  seconds: z.number().min(0).describe('Wall clock; 0 from the cache'),
  cached: z.boolean(),
  checks: z.array(Check),
  alerts: Alerts.nullable(),
  message: z.string().nullable().describe('Why it is not simply passed'),
  repeat: z.string().describe('The command that repeats it'),
});

/** What `dwell test --json` prints. */
export const TestReport = z.strictObject({
  passed: Count.describe('Warned ones included'),
  failed: Count,
  errors: Count,
  cached: Count.describe('Cases whose alerts came from the cache'),
  seconds: z.number().min(0),
  suites: z.array(
    z.strictObject({
      file: z.string(),
      scenario: z.string().nullable(),
      playbook: z.string().nullable(),
      scale: Count.nullable().describe('N of 1:N'),
      enrichments: z.array(z.string()),
      cases: z.array(Case),
    }),
  ),
});
