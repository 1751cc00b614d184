import type { AuthBatch, HttpBatch, RowTable } from '@dwell/telemetry';
import type { RunInput } from '../../src/run/run.ts';
import type { DayFrame } from '../../src/world/day-frame.ts';
import { Expander } from '../../src/world/emit/expand.ts';
import type { RecordSink } from '../../src/world/emit/sink.ts';

type Columns<B> = { [name in Exclude<keyof B, 'length'>]: number };
export type HttpRecord = Columns<HttpBatch>;
export type AuthRecord = Columns<AuthBatch>;
export type Minute = { time: number; requests: number[]; errors: number[] };

export type Records = {
  http: HttpRecord[];
  auth: AuthRecord[];
  minutes: Minute[];
  rows: { table: RowTable; row: { [column: string]: unknown } }[];
};

function rowsOf<R>(batch: { length: number; time: Float64Array }): R[] {
  const columns = Object.entries(batch).filter(([, column]) => typeof column !== 'number') as [
    string,
    Float64Array,
  ][];
  return Array.from(
    { length: batch.length },
    (_, i) => Object.fromEntries(columns.map(([name, column]) => [name, column[i]!])) as R,
  );
}

/** Every record of one day, as plain objects; by an expander of its own unless one is given. */
export function recordsOf(
  input: RunInput,
  frame: DayFrame,
  expander = new Expander(input),
): Records {
  const kept: Records = { http: [], auth: [], minutes: [], rows: [] };
  const sink: RecordSink = {
    http: (batch) => void (kept.http = kept.http.concat(rowsOf<HttpRecord>(batch))),
    auth: (batch) => void (kept.auth = kept.auth.concat(rowsOf<AuthRecord>(batch))),
    minutes(batch) {
      for (let i = 0; i < batch.length; i++) {
        const of = (columns: readonly Uint32Array[]) =>
          columns.slice(1).map((column) => column[i]!);
        kept.minutes.push({
          time: batch.time[i]!,
          requests: of(batch.requests),
          errors: of(batch.errors),
        });
      }
    },
    rows(table, rows) {
      for (const row of rows) kept.rows.push({ table, row });
    },
  };
  expander.day(frame, sink);
  return kept;
}

/** The first ticks of a day as a frame of its own, as it stood when the day was that old. */
export function firstTicks(frame: DayFrame, ticks: number): DayFrame {
  const end = frame.firstTick + ticks;
  let length = 0;
  while (length < frame.attack.length && frame.attack.tick[length]! < end) length++;
  return { ...frame, ticks, attack: { ...frame.attack, length } };
}
