import { TIMESTAMP, UINTEGER, USMALLINT, UTINYINT, type DuckDBType } from '@duckdb/node-api';
import type { AuthBatch, HttpBatch, MinuteBatch } from '../record/batch.ts';
import { ENDPOINTS } from '../record/dictionary.ts';

/** Integers of a batch column, first row first. `time` (milliseconds) is handled apart. */
export type IntegerColumn = Uint8Array | Uint16Array | Uint32Array;

export type PhysicalColumn<B> = {
  name: string;
  type: DuckDBType;
  /** The batch's array, or its times for the one TIMESTAMP column. */
  of: (batch: B) => IntegerColumn | Float64Array;
};

/** A table written from batches: its base file, and columns each in a file apart. */
export type PhysicalTable<B> = {
  table: string;
  base: readonly PhysicalColumn<B>[];
  /** One file each beside the base, by enrichment name; rows align with the base by position. */
  sidecars: Readonly<Record<string, PhysicalColumn<B>>>;
  /** Ground truth, below the labels root. */
  label: PhysicalColumn<B> | null;
};

const column = <B>(
  name: string,
  type: DuckDBType,
  of: (batch: B) => IntegerColumn | Float64Array,
): PhysicalColumn<B> => ({ name, type, of });

export const HTTP_TABLE: PhysicalTable<HttpBatch> = {
  table: 'http_activity',
  base: [
    column('time', TIMESTAMP, (b) => b.time),
    column('endpoint', UTINYINT, (b) => b.endpoint),
    column('status', USMALLINT, (b) => b.status),
    column('target', UINTEGER, (b) => b.target),
    column('principal', USMALLINT, (b) => b.principal),
    column('token', UINTEGER, (b) => b.token),
    column('kid', UTINYINT, (b) => b.kid),
    column('source', UINTEGER, (b) => b.source),
    column('agent', UTINYINT, (b) => b.agent),
    column('refused', UTINYINT, (b) => b.check),
  ],
  sidecars: {
    'token-issued': column('issued', UTINYINT, (b) => b.issued),
    'subject-exists': column('subject_exists', UTINYINT, (b) => b.exists),
    canary: column('canary', UTINYINT, (b) => b.canary),
    'page-flow': column('pages_before', UTINYINT, (b) => b.pagesBefore),
  },
  label: column('label', UTINYINT, (b) => b.label),
};

export const AUTH_TABLE: PhysicalTable<AuthBatch> = {
  table: 'authentication',
  base: [
    column('time', TIMESTAMP, (b) => b.time),
    column('activity', UTINYINT, (b) => b.activity),
    column('outcome', UTINYINT, (b) => b.outcome),
    column('account', UINTEGER, (b) => b.account),
    column('token', UINTEGER, (b) => b.token),
    column('kid', UTINYINT, (b) => b.kid),
    column('source', UINTEGER, (b) => b.source),
    column('agent', UTINYINT, (b) => b.agent),
  ],
  sidecars: {},
  label: column('label', UTINYINT, (b) => b.label),
};

export const MINUTE_TABLE: PhysicalTable<MinuteBatch> = {
  table: 'endpoint_minute',
  base: [
    column('time', TIMESTAMP, (b) => b.time),
    ...ENDPOINTS.flatMap((e) => [
      column<MinuteBatch>(`requests_${e.index}`, UINTEGER, (b) => b.requests[e.index]!),
      column<MinuteBatch>(`errors_${e.index}`, UINTEGER, (b) => b.errors[e.index]!),
    ]),
  ],
  sidecars: {},
  label: null,
};

/** Every column of a table in the order of the appender: base, sidecars, label. */
export function allColumns<B>(table: PhysicalTable<B>): readonly PhysicalColumn<B>[] {
  return [...table.base, ...Object.values(table.sidecars), ...(table.label ? [table.label] : [])];
}
