import { LEAVER_ID } from '@dwell/shop';
import type { RowTable, RowTables, TelemetryView } from '@dwell/telemetry';
import type { Scenario } from '../scenario/types.ts';
import type { RecordSink } from '../world/emit/sink.ts';
import type { RecordSet } from './record-set.ts';
import {
  authRecords,
  httpRecords,
  minuteRecords,
  rowRecords,
  type PlainRow,
} from './record-sets.ts';
import type { Span } from './rule-part.ts';
import type { RuleWatch } from './rule-watch.ts';

/** A sink that shows every record it gets to rules. */
export function watchingSink(
  watches: readonly RuleWatch[],
  view: TelemetryView,
  scenario: Scenario,
  spanOf: (watch: RuleWatch) => Span,
): RecordSink {
  let shown = 0;
  const show = (records: RecordSet) => {
    records.base = shown;
    shown += records.length;
    for (const watch of watches) watch.take(records, spanOf(watch));
  };
  return {
    http: (batch) => show(httpRecords(batch, view)),
    auth: (batch) => show(authRecords(batch, view)),
    minutes: (batch) => show(minuteRecords(batch, view)),
    rows: <T extends RowTable>(table: T, rows: readonly RowTables[T][]) =>
      show(rowRecords(table, rows, view, attackRows(table, scenario))),
  };
}

/** Hands everything to two sinks. */
export function bothSinks(a: RecordSink, b: RecordSink): RecordSink {
  return {
    http: (batch) => {
      a.http(batch);
      b.http(batch);
    },
    auth: (batch) => {
      a.auth(batch);
      b.auth(batch);
    },
    minutes: (batch) => {
      a.minutes(batch);
      b.minutes(batch);
    },
    rows: (table, rows) => {
      a.rows(table, rows);
      b.rows(table, rows);
    },
  };
}

/** Counts records by table. */
export function countingSink(counts: Record<string, number>): RecordSink {
  const add = (table: string, n: number) => {
    counts[table] = (counts[table] ?? 0) + n;
  };
  return {
    http: (batch) => add('http_activity', batch.length),
    auth: (batch) => add('authentication', batch.length),
    minutes: () => undefined,
    rows: (table, rows) => add(table, rows.length),
  };
}

/** Does a sink's work within `timed`. */
export function timedSink(sink: RecordSink, timed: (work: () => void) => void): RecordSink {
  return {
    http: (batch) => timed(() => sink.http(batch)),
    auth: (batch) => timed(() => sink.auth(batch)),
    minutes: (batch) => timed(() => sink.minutes(batch)),
    rows: (table, rows) => timed(() => sink.rows(table, rows)),
  };
}

/** Which rows of a small table belong to the story: what the leaver did, and the mails the scenario sends. */
function attackRows(table: RowTable, scenario: Scenario): (row: PlainRow) => boolean {
  switch (table) {
    case 'account_change':
      return (row) => row['user_uid'] === LEAVER_ID && row['change'] === 'left';
    case 'api_activity':
      return (row) => row['actor'] === LEAVER_ID;
    case 'email_activity': {
      const subjects = new Set(scenario.injects.map((inject) => inject.subject.en));
      return (row) => subjects.has(String(row['subject']));
    }
    default:
      return () => false;
  }
}
