import type { RunSummary } from '@dwell/simulator';
import { formatRows } from './format-rows.ts';
import { wholeNumber } from './whole-number.ts';

const number = wholeNumber;

/** The run's summary for people; everything is in the JSON document too. */
export function formatSummary(summary: RunSummary): string {
  const { loss, dwell, harm, log_records: records, timing } = summary;
  const rows: [string, string][] = [
    [
      'run',
      `${summary.scenario}, seed ${summary.seed}, 1:${summary.scale}, playbook ${summary.playbook}`,
    ],
    ['simulated', `${summary.simulated.from} to ${summary.simulated.to}`],
    ['accounts lost', `${number(loss.accounts_scaled)} (${number(loss.accounts)} simulated)`],
    ['people besides', `${number(loss.non_members * summary.scale)} non-members in address books`],
    ['numbers of nobody', number(loss.nonexistent_subjects * summary.scale)],
    [
      'views',
      `${number(loss.address_list_views * summary.scale)} address lists, ${number(loss.profile_views * summary.scale)} profiles`,
    ],
    [
      'peak',
      `${number(loss.peak_requests_per_day_scaled)} attack requests a day, ${loss.sources} addresses`,
    ],
    [
      'attack',
      dwell.attack_started === null
        ? 'none took place'
        : `${dwell.attack_started} to ${dwell.attack_ended ?? 'now: it still runs'}`,
    ],
    ['first true alert', dwell.first_true_alert ?? 'none'],
    ['undetected', dwell.days_undetected === null ? '–' : `${dwell.days_undetected} days`],
    ['contained', dwell.contained ?? 'no'],
    ...summary.clocks.map((clock): [string, string] => [clock.rule, clock.state.replace('_', ' ')]),
    ['locked out', `${number(harm.customer_hours_locked_out)} customer hours`],
    ['lost orders', number(harm.lost_orders)],
    ['contacts', number(harm.support_contacts)],
    ['cost', `${number(harm.cost_total)} won (assumed prices)`],
    [
      'fine',
      harm.fine_estimate === null
        ? '–'
        : `${number(harm.fine_estimate.low)} to ${number(harm.fine_estimate.high)} won`,
    ],
    [
      'log records',
      `${number(records.total)} simulated, ${number(records.total * summary.scale)} full scale`,
    ],
    ['checksum', summary.checksum],
    ['took', `${(timing.total_ms / 1000).toFixed(1)} s, ${number(summary.memory_mb)} MB`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const facts = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
  return facts + alertTable(summary);
}

/** A line a rule that alerted, first things first. */
function alertTable({ alerts }: RunSummary): string {
  if (alerts.length === 0) return '';
  const columns = ['rule', 'first alert', 'lost before', 'alerts', 'benign', 'precision', 'recall'];
  const rows = alerts.map((alert) => [
    alert.rule,
    alert.first_at.slice(0, 16).replace('T', ' '),
    alert.true_positive_hits === 0 ? null : number(alert.records_lost_before_scaled),
    alert.hits,
    alert.false_positive_hits,
    Math.round(alert.precision * 1000) / 1000,
    Math.round(alert.recall * 1000) / 1000,
  ]);
  return `\n${formatRows({ columns, rows }, 'table')}`;
}
