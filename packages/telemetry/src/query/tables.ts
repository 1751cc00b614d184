import { ENDPOINTS } from '../record/dictionary.ts';
import { ROW_TABLES, type RowTable } from '../record/rows.ts';
import { rowTableColumns } from '../store/row-table.ts';
import {
  AUTH_COLUMNS,
  column,
  commonColumns,
  HTTP_COLUMNS,
  MINUTE_COLUMNS,
  sourceColumns,
  type ViewColumn,
} from './columns.ts';
import { AUTH_TABLE, HTTP_TABLE, MINUTE_TABLE, type PhysicalTable } from '../store/physical.ts';

/** One of the tables that queries see. */
export type ViewTable = {
  name: string;
  columns: readonly ViewColumn[];
  /** Stored columns as `CREATE TABLE` takes them: the shape of a table without a single record. */
  stored: string;
  /** Enrichments whose stored column lies in a file apart. */
  sidecars: readonly string[];
  /** Reads stored rows as the columns expect them; `{source}` stands for the files. */
  reshape?: string;
};

const text = (...names: string[]) => names.map((name) => column(name, 'text', name));
const integer = (...names: string[]) =>
  names.map((name) => column(name, 'integer', `${name}::BIGINT`));

const ROW_VIEWS: { readonly [T in RowTable]: readonly ViewColumn[] } = {
  account_change: [
    ...commonColumns(3001, 'activity_id'),
    ...text('user_uid', 'user_name', 'department', 'role', 'change', 'actor', 'comment'),
  ],
  entity_management: [
    ...commonColumns(3004, 'activity_id'),
    ...text('entity_type', 'entity_uid', 'operation', 'actor', 'comment'),
  ],
  api_activity: [
    ...commonColumns(6003, 'activity_id'),
    ...text('operation', 'actor', 'role', 'resource', 'status'),
    column('target_uid', 'integer', 'target::BIGINT'),
    ...sourceColumns(),
  ],
  datastore_activity: [
    ...commonColumns(6005, 'activity_id'),
    ...text('job', 'actor', 'dataset', 'ticket'),
    column('row_count', 'integer', '"rows"::BIGINT'),
    ...sourceColumns(),
  ],
  email_activity: [
    ...commonColumns(4009, 'activity_id'),
    ...text('direction'),
    column('email_from', 'text', '"from"'),
    column('email_to', 'text', '"to"'),
    column('email_subject', 'text', 'subject'),
    column('email_body', 'text', 'body'),
  ],
  detection_finding: [
    ...commonColumns(2004, 'activity_id', 'severity_id'),
    ...text('rule', 'title', 'group_key'),
    column('first_seen_time', 'time', 'first_time'),
    ...integer('hits'),
  ],
};

function stored<B>(table: PhysicalTable<B>): string {
  return table.base.map((c) => `"${c.name}" ${c.type.toString()}`).join(', ');
}

/** Keeps the nine rows made of one stored minute apart; a file holds fewer minutes than this. */
const ENDPOINT_UID = 2 ** 24;

const minuteList = (kind: string) => ENDPOINTS.map((e) => `${kind}_${e.index}`).join(', ');

/** The tables by name, in the order in which they are listed. */
export const VIEW_TABLES: readonly ViewTable[] = [
  {
    name: 'http_activity',
    columns: HTTP_COLUMNS,
    stored: stored(HTTP_TABLE),
    sidecars: Object.keys(HTTP_TABLE.sidecars),
  },
  { name: 'authentication', columns: AUTH_COLUMNS, stored: stored(AUTH_TABLE), sidecars: [] },
  ...ROW_TABLES.map((name) => ({
    name,
    columns: ROW_VIEWS[name],
    stored: rowTableColumns(name),
    sidecars: [],
  })),
  {
    name: 'endpoint_minute',
    columns: MINUTE_COLUMNS,
    stored: stored(MINUTE_TABLE),
    sidecars: [],
    reshape: `SELECT time, unnest([${ENDPOINTS.map((e) => e.index).join(', ')}]) AS endpoint,
      unnest([${minuteList('requests')}]) AS requests, unnest([${minuteList('errors')}]) AS errors,
      record_uid + unnest([${ENDPOINTS.map((e) => e.index * ENDPOINT_UID).join(', ')}]) AS record_uid FROM {source}`,
  },
];

/** A table by name, or undefined. */
export function viewTable(name: string): ViewTable | undefined {
  return VIEW_TABLES.find((table) => table.name === name);
}

/** Sidecar column of an enrichment, as stored. */
export function sidecarColumn(enrichment: string): string | null {
  return HTTP_TABLE.sidecars[enrichment]?.name ?? null;
}
