import { isTimeType } from './cell-text.ts';

/** Which columns of a table the list shows first; the drawer shows all. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  http_activity: [
    'time',
    'endpoint',
    'status_code',
    'refused_by',
    'target_uid',
    'token_uid',
    'src_ip',
    'src_network',
    'user_agent_class',
    'jwt_kid',
  ],
  authentication: [
    'time',
    'activity_id',
    'status',
    'status_detail',
    'user_uid',
    'token_uid',
    'jwt_kid',
    'src_ip',
    'src_network',
  ],
  endpoint_minute: ['time', 'endpoint', 'requests', 'errors'],
  email_activity: ['time', 'direction', 'email_from', 'email_to', 'email_subject'],
};
const FRAMEWORK = new Set([
  'record_uid',
  'day',
  'class_uid',
  'category_uid',
  'activity_id',
  'type_uid',
  'severity_id',
  'src_ip_number',
  'src_asn',
]);

const WIDTHS: Readonly<Record<string, number>> = {
  time: 164,
  endpoint: 116,
  status_code: 96,
  token_uid: 168,
  target_uid: 104,
  user_uid: 104,
  jwt_kid: 248,
  src_ip: 128,
  src_network: 168,
  user_agent_class: 140,
  email_subject: 360,
  comment: 320,
};

/** Indexes of the columns to show, time first, at most twelve. */
export function shownColumns(table: string | null, names: readonly string[]): number[] {
  const wanted =
    (table && SHOWN[table]) || names.filter((name) => table === null || !FRAMEWORK.has(name));
  return wanted
    .map((name) => names.indexOf(name))
    .filter((at) => at >= 0)
    .slice(0, table === null ? 40 : 12);
}

/** Width of a column, px. */
export function columnWidth(name: string, type: string): number {
  return WIDTHS[name] ?? (isTimeType(type) ? 164 : /text|varchar/i.test(type) ? 160 : 120);
}

/** Fields whose values are counted from the start. */
export function firstFacets(names: readonly string[]): string[] {
  return ['endpoint', 'status_code', 'status', 'direction', 'operation', 'change']
    .filter((name) => names.includes(name))
    .slice(0, 2);
}

/** Fields worth a facet: everything but the framework's own numbers and exact times. */
export function facetFields(columns: readonly { name: string; type: string }[]): string[] {
  return columns
    .filter((column) => !isTimeType(column.type) && !FRAMEWORK.has(column.name))
    .map((column) => column.name);
}
