import { z } from 'zod';
import type { RunSummary } from '../../run/summary.ts';

const Count = z.number().int().min(0);
const Won = z.number().int();
const IsoTime = z.iso.datetime({ offset: true });
const Hash = z.string().regex(/^[0-9a-f]{16,128}$/);

const Loss = z.strictObject({
  accounts: Count.describe(
    'Distinct existing accounts served any page with personal data, in simulated units',
  ),
  accounts_scaled: Count.describe('The same at full scale'),
  nonexistent_subjects: Count.describe('Distinct numbers tried that belong to nobody'),
  address_list_views: Count,
  address_edit_views: Count.describe('Pages that show a door code in clear'),
  profile_views: Count,
  order_list_views: Count,
  non_members: Count.describe(
    'People in the address books read who are no members; each counts under one owner',
  ),
  sources: Count.describe('Addresses the attacker read from; never scaled'),
  attack_requests: Count.describe('Every request of the attacker, served or not'),
  peak_requests_per_day_scaled: Count,
  by_field: z.record(z.string(), Count).describe('Accounts by the field that was read'),
});

const Alert = z.strictObject({
  rule: z.string(),
  first_at: IsoTime,
  day: Count.describe('1-based day of the run'),
  records_lost_before_scaled: Count.describe('Accounts lost before the first alert, full scale'),
  hits: Count.describe('Alerts'),
  true_positive_hits: Count,
  false_positive_hits: Count,
  precision: z.number().min(0).max(1),
  recall: z.number().min(0).max(1),
});

const LegalClock = z.strictObject({
  rule: z.string(),
  starts_at: IsoTime.nullable(),
  due_at: IsoTime.nullable(),
  met_at: IsoTime.nullable(),
  state: z.enum(['met', 'late', 'missed', 'open', 'not_started']),
});

/** What `dwell run --json` prints and `--out` keeps as summary.json. */
export const RunSummaryDocument = z.strictObject({
  scenario: z.string(),
  seed: Count,
  scale: Count.describe(
    'N of 1:N; counts are in simulated units, _scaled ones are multiplied by it',
  ),
  engine: z.string().describe('major.minor'),
  scenario_hash: Hash.describe('SHA-256 of the normalised scenario, knob overrides included'),
  playbook: z.string(),
  checksum: Hash.describe('Of all domain events and the final state'),
  simulated: z.strictObject({ from: IsoTime, to: IsoTime, days: Count }),
  loss: Loss,
  log_records: z.strictObject({
    total: Count,
    by_class: z.record(z.string(), Count).describe('By OCSF class uid'),
  }),
  alerts: z.array(Alert).describe('Empty: this version has no rule engine'),
  dwell: z.strictObject({
    attack_started: IsoTime.nullable().describe(
      'Start of the sustained attack; tests do not count',
    ),
    first_true_alert: IsoTime.nullable(),
    contained: IsoTime.nullable().describe('From then on no forged or stolen token succeeded'),
    attack_ended: IsoTime.nullable(),
    days_undetected: Count.nullable().describe(
      'Whole 24 h periods; null when no attack took place',
    ),
  }),
  clocks: z.array(LegalClock),
  harm: z.strictObject({
    customer_hours_locked_out: Count,
    lost_orders: Count,
    support_contacts: Count.describe('Those that the incident and the response caused'),
    fine_estimate: z.strictObject({ low: Won, high: Won }).nullable().describe('Won'),
    cost_total: Won.describe('Won, without the fine; prices are assumptions (grade A)'),
  }),
  timing: z.strictObject({
    generate_ms: z.number().min(0),
    detect_ms: z.number().min(0),
    store_ms: z.number().min(0),
    total_ms: z.number().min(0),
    events_per_s: z.number().min(0),
  }),
  memory_mb: z.number().min(0).describe('Peak resident memory'),
}) satisfies z.ZodType<RunSummary>;
