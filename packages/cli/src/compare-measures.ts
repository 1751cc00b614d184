import type { RunSummary } from '@dwell/simulator';

type Value = string | number | null;

/** One line of a comparison: a figure of every run, in the order of the playbooks. */
export type Measure = {
  /** Path in the run summary. */
  measure: string;
  label: string;
  /** Empty for moments and words. */
  unit: string;
  values: readonly Value[];
  /** Whether each differs from the first. */
  differs: readonly boolean[];
};

type Spec = [measure: string, label: string, unit: string, of: (summary: RunSummary) => Value];

const LOSS: readonly Spec[] = [
  ['loss.accounts_scaled', 'accounts lost', 'accounts', ({ loss }) => loss.accounts_scaled],
  ['loss.attack_requests', 'attack requests', 'simulated', ({ loss }) => loss.attack_requests],
  ['dwell.days_undetected', 'undetected', 'days', ({ dwell }) => dwell.days_undetected],
  ['dwell.first_true_alert', 'first true alert', '', ({ dwell }) => dwell.first_true_alert],
  ['dwell.contained', 'contained', '', ({ dwell }) => dwell.contained],
  ['dwell.attack_ended', 'attack ended', '', ({ dwell }) => dwell.attack_ended],
];

const HARM: readonly Spec[] = [
  [
    'harm.customer_hours_locked_out',
    'locked out',
    'customer hours',
    ({ harm }) => harm.customer_hours_locked_out,
  ],
  ['harm.lost_orders', 'lost orders', 'orders', ({ harm }) => harm.lost_orders],
  ['harm.support_contacts', 'contacts', 'contacts', ({ harm }) => harm.support_contacts],
  ['harm.cost_total', 'cost', 'won', ({ harm }) => harm.cost_total],
  [
    'harm.fine_estimate.low',
    'fine, at least',
    'won',
    ({ harm }) => harm.fine_estimate?.low ?? null,
  ],
  [
    'harm.fine_estimate.high',
    'fine, at most',
    'won',
    ({ harm }) => harm.fine_estimate?.high ?? null,
  ],
];

/** What runs of one seed are compared by: loss, dwell, clocks, harm, cost, alerts of each rule that raised one. */
export function measuresOf(runs: readonly RunSummary[]): Measure[] {
  return [...LOSS, ...clockSpecs(runs), ...HARM, ...alertSpecs(runs)].map(
    ([measure, label, unit, of]) => {
      const values = runs.map(of);
      return { measure, label, unit, values, differs: values.map((value) => value !== values[0]) };
    },
  );
}

function clockSpecs(runs: readonly RunSummary[]): Spec[] {
  const rules = new Set(runs.flatMap((run) => run.clocks.map((clock) => clock.rule)));
  return [...rules].map((rule) => [
    `clocks.${rule}`,
    rule,
    '',
    ({ clocks }) => clocks.find((clock) => clock.rule === rule)?.state ?? null,
  ]);
}

function alertSpecs(runs: readonly RunSummary[]): Spec[] {
  const rules = new Set(runs.flatMap((run) => run.alerts.map((alert) => alert.rule)));
  return [...rules]
    .sort()
    .map((rule) => [
      `alerts.${rule}`,
      rule,
      'alerts',
      ({ alerts }) => alerts.find((alert) => alert.rule === rule)?.hits ?? 0,
    ]);
}
