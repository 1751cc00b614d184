/** The document of `dwell run --json`; see docs/cli for the meaning of each field. */
export type RunSummary = {
  scenario: string;
  seed: number;
  scale: number;
  engine: string;
  scenario_hash: string;
  playbook: string;
  checksum: string;
  simulated: { from: string; to: string; days: number };
  loss: {
    accounts: number;
    accounts_scaled: number;
    nonexistent_subjects: number;
    address_list_views: number;
    address_edit_views: number;
    profile_views: number;
    order_list_views: number;
    non_members: number;
    sources: number;
    attack_requests: number;
    peak_requests_per_day_scaled: number;
    by_field: { [field: string]: number };
  };
  log_records: { total: number; by_class: { [classUid: string]: number } };
  alerts: AlertSummary[];
  dwell: {
    attack_started: string | null;
    first_true_alert: string | null;
    contained: string | null;
    attack_ended: string | null;
    days_undetected: number | null;
  };
  clocks: {
    rule: string;
    starts_at: string | null;
    due_at: string | null;
    met_at: string | null;
    state: ClockState;
  }[];
  harm: {
    customer_hours_locked_out: number;
    lost_orders: number;
    support_contacts: number;
    fine_estimate: { low: number; high: number } | null;
    cost_total: number;
  };
  timing: {
    generate_ms: number;
    detect_ms: number;
    store_ms: number;
    total_ms: number;
    events_per_s: number;
  };
  memory_mb: number;
};

export type ClockState = 'met' | 'late' | 'missed' | 'open' | 'not_started';

export type AlertSummary = {
  rule: string;
  first_at: string;
  day: number;
  records_lost_before_scaled: number;
  hits: number;
  true_positive_hits: number;
  false_positive_hits: number;
  precision: number;
  recall: number;
};
