import {
  AGENTS,
  AUTH_OUTCOMES,
  ENDPOINTS,
  GATEWAY_CHECKS,
  PRINCIPAL_BASE,
  TOKENS_PER_MINUTE,
  TOKENS_PER_SUBJECT,
} from '../record/dictionary.ts';
import { NETWORK_RANGES } from '../record/networks.ts';
import { literal } from '../store/sql-text.ts';
import type { EnrichmentName, TelemetryView } from './view.ts';

export type ColumnType = 'time' | 'date' | 'integer' | 'text' | 'boolean' | 'ip';

/** A column of a view: what people name, and the expression over stored columns that makes it. */
export type ViewColumn = {
  name: string;
  type: ColumnType;
  /** SQL over the stored columns of the table. */
  sql: (view: TelemetryView) => string;
  /** NULL until this control is on. */
  enrichment?: EnrichmentName;
  /** All values it may have, when they are few and fixed. */
  values?: readonly string[];
};

type Part = Pick<ViewColumn, 'enrichment' | 'values'>;

export function column(
  name: string,
  type: ColumnType,
  sql: ViewColumn['sql'] | string,
  part: Part = {},
): ViewColumn {
  return { name, type, sql: typeof sql === 'string' ? () => sql : sql, ...part };
}

/** `CASE x WHEN 1 THEN 'a' …`; codes without a text give NULL. */
function decode(code: string, entries: readonly (readonly [number, string])[]): string {
  if (entries.length === 0) return 'NULL::VARCHAR';
  return `CASE ${code} ${entries.map(([n, text]) => `WHEN ${n} THEN ${literal(text)}`).join(' ')} END`;
}

function networkCase(
  value: (n: (typeof NETWORK_RANGES)[number]) => string,
  otherwise: string,
): string {
  const arms = NETWORK_RANGES.map(
    (n) => `WHEN source BETWEEN ${n.from} AND ${n.to} THEN ${value(n)}`,
  );
  return `CASE ${arms.join(' ')} ELSE ${otherwise} END`;
}

/** Columns of every record: time, local day and OCSF class. */
export function commonColumns(classUid: number, activity: string, severity = '1'): ViewColumn[] {
  return [
    column('time', 'time', 'time'),
    column('day', 'date', (v) => `(time + INTERVAL ${v.calendar.offsetMinutes} MINUTE)::DATE`),
    column('class_uid', 'integer', `${classUid}`),
    column('category_uid', 'integer', `${Math.floor(classUid / 1000)}`),
    column('activity_id', 'integer', `${activity}::INTEGER`),
    column('type_uid', 'integer', `(${classUid * 100} + ${activity})::INTEGER`),
    column('severity_id', 'integer', severity),
  ];
}

/** Where a record came from, of the stored `source`. */
export function sourceColumns(): ViewColumn[] {
  return [
    column(
      'src_ip',
      'ip',
      `concat_ws('.', source >> 24, (source >> 16) & 255, (source >> 8) & 255, source & 255)`,
    ),
    column('src_ip_number', 'integer', 'source::BIGINT'),
    column(
      'src_network',
      'text',
      networkCase((n) => literal(n.name), `'Unknown'`),
      {
        values: [...NETWORK_RANGES.map((n) => n.name), 'Unknown'],
      },
    ),
    column(
      'src_network_kind',
      'text',
      networkCase((n) => literal(n.kind), `'unknown'`),
      {
        values: [...new Set(NETWORK_RANGES.map((n) => n.kind)), 'unknown'],
      },
    ),
    column(
      'src_asn',
      'integer',
      networkCase((n) => String(n.asn), '65551'),
    ),
  ];
}

/** Token and key of a record; `subject` is SQL for the token's subject number. */
export function tokenColumns(subject: string): ViewColumn[] {
  const present = (sql: string) => `CASE WHEN token <> 0 THEN ${sql} END`;
  return [
    column('token_uid', 'integer', present(`${subject} * ${TOKENS_PER_SUBJECT} + token`)),
    column('token_created_time', 'time', (v) =>
      present(
        `make_timestamp(${v.calendar.startMs * 1000} + (token // ${TOKENS_PER_MINUTE})::BIGINT * 60000000)`,
      ),
    ),
    column('jwt_kid', 'text', (v) =>
      decode(
        'kid',
        v.keys.map((k) => [k.version, k.kid] as const),
      ),
    ),
    column('jwt_alg', 'text', present(`'EdDSA'`), { values: ['EdDSA'] }),
  ];
}

export function agentColumns(): ViewColumn[] {
  return [
    column(
      'user_agent',
      'text',
      decode(
        'agent',
        AGENTS.map((a, i) => [i, a.text] as const),
      ),
      {
        values: AGENTS.map((a) => a.text),
      },
    ),
    column(
      'user_agent_class',
      'text',
      decode(
        'agent',
        AGENTS.map((a, i) => [i, a.name] as const),
      ),
      {
        values: AGENTS.map((a) => a.name),
      },
    ),
  ];
}

const SUBJECT = `(CASE WHEN principal = 0 THEN target::BIGINT ELSE ${PRINCIPAL_BASE} + principal END)`;

function custodianStatus(view: TelemetryView): string {
  const arms = view.keys.map((k) => {
    const left = k.custodianLeftAtMs;
    const status =
      left === null
        ? `'current'`
        : `CASE WHEN epoch_ms(time) >= ${left} THEN 'left' ELSE 'current' END`;
    return `WHEN kid = ${k.version} THEN ${status}`;
  });
  return arms.length > 0 ? `CASE ${arms.join(' ')} ELSE 'unknown' END` : `'unknown'`;
}

const status = { values: ['Success', 'Failure'] };

export const HTTP_COLUMNS: readonly ViewColumn[] = [
  ...commonColumns(4002, '3', 'CASE WHEN status >= 400 THEN 2 ELSE 1 END'),
  column(
    'endpoint',
    'text',
    decode(
      'endpoint',
      ENDPOINTS.map((e) => [e.index, e.name] as const),
    ),
    {
      values: ENDPOINTS.filter((e) => e.logged).map((e) => e.name),
    },
  ),
  column('http_method', 'text', `'GET'`, { values: ['GET'] }),
  column(
    'url_path',
    'text',
    `CASE endpoint ${ENDPOINTS.filter((e) => e.logged)
      .map((e) => `WHEN ${e.index} THEN ${e.path.split('{n}').map(literal).join(' || target || ')}`)
      .join(' ')} END`,
  ),
  column('status_code', 'integer', 'status::INTEGER'),
  column('status', 'text', `CASE WHEN status >= 400 THEN 'Failure' ELSE 'Success' END`, status),
  column(
    'refused_by',
    'text',
    decode(
      'refused',
      GATEWAY_CHECKS.map((c, i) => [i + 1, c] as const),
    ),
    {
      values: GATEWAY_CHECKS,
    },
  ),
  column('actor_user_uid', 'integer', SUBJECT),
  column('actor_user_type', 'text', `CASE WHEN principal = 0 THEN 'member' ELSE 'client' END`, {
    values: ['member', 'client'],
  }),
  column('actor_user_name', 'text', (v) =>
    v.principals.length === 0
      ? 'NULL::VARCHAR'
      : `CASE WHEN principal <> 0 THEN [${v.principals.map(literal).join(', ')}][principal] END`,
  ),
  column('target_uid', 'integer', 'target::BIGINT'),
  ...tokenColumns(SUBJECT),
  ...sourceColumns(),
  ...agentColumns(),
  column('token_issued', 'boolean', 'issued = 1', { enrichment: 'token-issued' }),
  column('subject_exists', 'boolean', 'subject_exists = 1', { enrichment: 'subject-exists' }),
  column('key_custodian_status', 'text', custodianStatus, {
    enrichment: 'key-custodian',
    values: ['current', 'left', 'unknown'],
  }),
  column('subject_canary', 'boolean', 'canary = 1', { enrichment: 'canary' }),
  column('session_pages_before', 'integer', 'pages_before::INTEGER', { enrichment: 'page-flow' }),
];

export const AUTH_COLUMNS: readonly ViewColumn[] = [
  ...commonColumns(3002, 'activity', 'CASE WHEN outcome > 0 THEN 2 ELSE 1 END'),
  column('status', 'text', `CASE WHEN outcome = 0 THEN 'Success' ELSE 'Failure' END`, status),
  column(
    'status_detail',
    'text',
    decode(
      'outcome',
      AUTH_OUTCOMES.map((o, i) => [i, o] as const),
    ),
    {
      values: AUTH_OUTCOMES,
    },
  ),
  column('user_uid', 'integer', 'account::BIGINT'),
  ...tokenColumns('account::BIGINT'),
  ...sourceColumns(),
  ...agentColumns(),
];

export const MINUTE_COLUMNS: readonly ViewColumn[] = [
  column('time', 'time', 'time'),
  column('day', 'date', (v) => `(time + INTERVAL ${v.calendar.offsetMinutes} MINUTE)::DATE`),
  column(
    'endpoint',
    'text',
    decode(
      'endpoint',
      ENDPOINTS.map((e) => [e.index, e.name] as const),
    ),
    {
      values: ENDPOINTS.map((e) => e.name),
    },
  ),
  column('requests', 'integer', 'requests::BIGINT'),
  column('errors', 'integer', 'errors::BIGINT'),
];
