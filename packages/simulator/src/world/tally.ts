import { CH, CHANNEL_COUNT } from './channels.ts';
import type { LogTable } from './day-frame.ts';
import { HOURLY_PRINCIPALS } from './emit/principals.ts';
import type { Totals } from './state.ts';

const CLASS_OF: Readonly<Record<LogTable, string>> = {
  account_change: '3001',
  entity_management: '3004',
  api_activity: '6003',
  email_activity: '4009',
};

/** Channels that become records, with the class and how many records one count makes. */
const RECORDS: readonly (readonly [number, string, number])[] = [
  ...[
    CH.addressList,
    CH.addressEdit,
    CH.myInfo,
    CH.orderList,
    CH.addressListRefused,
    CH.addressEditRefused,
    CH.myInfoRefused,
    CH.orderListRefused,
    CH.partnerAddressList,
    CH.partnerOrderList,
    CH.partnerRefused,
    CH.missingSubjects,
    CH.qaCanary,
    CH.attackAttempts,
  ].map((channel) => [channel, '4002', 1] as const),
  // Every session start is two records: an expired token refused and renewed, or a logon and its ticket.
  ...[CH.sessionsMobile, CH.sessionsWeb, CH.sessionsForeign].map(
    (channel) => [channel, '3002', 2] as const,
  ),
  [CH.loginFailures, '3002', 1],
  [CH.hostileLogins, '3002', 1],
  [CH.lookups, '6003', 1],
  [CH.jobs, '6005', 1],
  [CH.mails, '4009', 1],
];

/** Adds n records of a class. */
export function addRecords(totals: Totals, classUid: string, n: number): void {
  if (n > 0) totals.records[classUid] = (totals.records[classUid] ?? 0) + n;
}

/** Counts log records by OCSF class: those of an hour of rows, or `n` rows of a small table. */
export function countRecords(totals: Totals, what: Int32Array | LogTable, n = 0): void {
  if (typeof what === 'string') {
    addRecords(totals, CLASS_OF[what], n);
    return;
  }
  for (const [channel, classUid, each] of RECORDS) {
    let sum = 0;
    for (let i = channel; i < what.length; i += CHANNEL_COUNT) sum += what[i]!;
    addRecords(totals, classUid, sum * each);
  }
  addRecords(totals, '3002', HOURLY_PRINCIPALS.length);
}
