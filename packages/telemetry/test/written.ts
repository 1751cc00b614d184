import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Calendar } from '@dwell/core';
import { syntheticAuth, syntheticHttp } from '../src/bench/synthetic.ts';
import { minuteBatch, type AuthBatch, type HttpBatch } from '../src/record/batch.ts';
import type { SegmentWriter } from '../src/store/segment.ts';
import { openSegmentWriter } from '../src/store/segment-writer.ts';
import type { TelemetryView } from '../src/query/view.ts';

/** 2025-04-14 00:00 in Korea: start of the shipped attack, and of the test's first day. */
export const DAY0_MS = Date.UTC(2025, 3, 13, 15);
export const DAY_MS = 86_400_000;
export const CALENDAR: Calendar = { startMs: DAY0_MS, offsetMinutes: 540 };
export const HTTP_PER_DAY = 20_000;
export const AUTH_PER_DAY = 8_000;

/** A fresh folder that is removed by `[Symbol.dispose]`-like `remove`. */
export function folder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'dwell-telemetry-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export type Written = { root: string; labelsRoot: string; http: HttpBatch[]; auth: AuthBatch[] };

/** Times spread over the day, in order. */
function spread(times: Float64Array, day: number): void {
  const step = Math.floor(DAY_MS / times.length);
  for (let i = 0; i < times.length; i++) times[i] = DAY0_MS + day * DAY_MS + i * step;
}

/** Writes days of synthetic records, a segment a day, and one row in every small table. */
export async function writeDays(
  path: string,
  days: number,
  httpPerDay = HTTP_PER_DAY,
): Promise<Written> {
  const written: Written = {
    root: join(path, 'telemetry/segments'),
    labelsRoot: join(path, 'labels/segments'),
    http: [],
    auth: [],
  };
  for (let day = 0; day < days; day++) {
    const http = syntheticHttp(httpPerDay, DAY0_MS, day * httpPerDay);
    const auth = syntheticAuth(AUTH_PER_DAY, DAY0_MS, day * AUTH_PER_DAY);
    spread(http.time, day);
    spread(auth.time, day);
    written.http.push(http);
    written.auth.push(auth);
    const writer = await openSegmentWriter({
      ...written,
      fromDay: day,
      toDay: day,
      calendar: CALENDAR,
    });
    writer.http(http);
    writer.auth(auth);
    const minutes = minuteBatch(1440);
    minutes.length = 1440;
    for (let m = 0; m < 1440; m++) {
      minutes.time[m] = DAY0_MS + day * DAY_MS + m * 60_000;
      for (let e = 1; e <= 9; e++) minutes.requests[e]![m] = e * 1000 + m;
      minutes.errors[9]![m] = m % 7;
    }
    writer.minutes(minutes);
    writeRows(writer, DAY0_MS + day * DAY_MS + 3_600_000);
    await writer.drained();
    await writer.seal();
  }
  return written;
}

/** One or two rows in every small table. */
function writeRows(writer: SegmentWriter, time: number): void {
  writeStaffRows(writer, time);
  writeOtherRows(writer, time);
}

function writeStaffRows(writer: SegmentWriter, time: number): void {
  writer.rows('account_change', [
    {
      time,
      activity_id: 5,
      user_uid: 's-17',
      user_name: "Kim O'Neill",
      department: 'Platform',
      role: 'developer',
      change: 'leaver',
      actor: 'hr',
      comment: '',
    },
  ]);
  writer.rows('entity_management', [
    {
      time,
      activity_id: 2,
      entity_type: 'signing-key',
      entity_uid: 'k-1',
      operation: 'export',
      actor: 's-17',
      comment: 'backup system',
    },
  ]);
  writer.rows('api_activity', [
    {
      time,
      activity_id: 2,
      operation: 'customer.look-up',
      actor: 'a-3',
      role: 'agent',
      target: 4123,
      resource: 'customer',
      status: 'ok',
      source: 0xc0a80103,
    },
    {
      time,
      activity_id: 2,
      operation: 'vault.read',
      actor: 's-17',
      role: 'developer',
      target: null,
      resource: 'key',
      status: 'ok',
      source: 0xc0a80104,
    },
  ]);
}

function writeOtherRows(writer: SegmentWriter, time: number): void {
  writer.rows('datastore_activity', [
    {
      time,
      activity_id: 1,
      job: 'nightly-export',
      actor: 'batch',
      dataset: 'orders',
      rows: 123_456_789_012,
      ticket: null,
      source: 0xc0a88001,
    },
  ]);
  writer.rows('email_activity', [
    {
      time,
      activity_id: 2,
      direction: 'inbound',
      from: 'who@example.org',
      to: 'care@shop.example',
      subject: '문의',
      body: 'I have "data"',
    },
  ]);
  writer.rows('detection_finding', [
    {
      time,
      activity_id: 1,
      rule: 'r-1',
      title: 'A rule',
      severity_id: 4,
      group_key: 'x',
      first_time: time - 1000,
      hits: 3,
    },
  ]);
}

/** Everything visible at the end of `days`, no enrichment on. */
export function viewAt(days: number, part: Partial<TelemetryView> = {}): TelemetryView {
  return {
    calendar: CALENDAR,
    asOfMs: DAY0_MS + days * DAY_MS - 1,
    retentionDays: 180,
    holds: [],
    enrichments: {},
    keys: [{ version: 1, kid: 'training-member-token-1', custodianLeftAtMs: DAY0_MS + DAY_MS }],
    principals: Array.from({ length: 41 }, (_, i) => `partner-${i + 1}`),
    ...part,
  };
}

/** All enrichments on from the first record. */
export const ALL_ON = {
  'token-issued': DAY0_MS,
  'subject-exists': DAY0_MS,
  'key-custodian': DAY0_MS,
  canary: DAY0_MS,
  'page-flow': DAY0_MS,
} as const;
