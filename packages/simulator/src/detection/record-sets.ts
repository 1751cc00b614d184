import {
  AUTH_OUTCOMES,
  ENDPOINTS,
  GATEWAY_CHECKS,
  LABEL_ATTACK,
  TABLE_CLASSES,
  subjectNumber,
  type AuthBatch,
  type EnrichmentName,
  type HttpBatch,
  type MinuteBatch,
  type RowTable,
  type TelemetryView,
} from '@dwell/telemetry';
import {
  agentFields,
  codes,
  commonFields,
  constant,
  integers,
  rows,
  sourceFields,
  tokenFields,
} from './common-fields.ts';
import { valueAt, type RecordField, type RecordSet } from './record-set.ts';

type Fields = Record<string, RecordField>;

const STATUS_TEXT = ['Success', 'Failure'];
const ENDPOINT_NAMES = [undefined, ...ENDPOINTS.map((endpoint) => endpoint.name)];
const REFUSED_BY = [undefined, ...GATEWAY_CHECKS];
const TRUTH = [false, true];
const UP_TO_999 = Array.from({ length: 1000 }, (_, status) => status);
const SEVERITY = UP_TO_999.map((status) => (status >= 400 ? 2 : 1));
const SUCCESS_BELOW_400 = UP_TO_999.map((status) => STATUS_TEXT[status >= 400 ? 1 : 0]);
const PATHS = [undefined, ...ENDPOINTS.map((endpoint) => endpoint.path.split('{n}'))];
const UP_TO_255 = Array.from({ length: 256 }, (_, n) => n);

function recordSet(
  table: string,
  length: number,
  time: (row: number) => number,
  attack: (row: number) => boolean,
  fields: Fields,
): RecordSet {
  const field = (name: string) => (Object.hasOwn(fields, name) ? fields[name]! : null);
  return { table, length, base: 0, time, attack, field, names: Object.keys(fields) };
}

/** Records of requests with the enrichments that are on. */
export function httpRecords(batch: HttpBatch, view: TelemetryView): RecordSet {
  const { endpoint, status, target, principal, check, kid } = batch;
  const time = (row: number) => batch.time[row]!;
  const subject = (row: number) =>
    principal[row] === 0 ? target[row]! : subjectNumber(0, principal[row]!);
  const fields: Fields = {
    ...commonFields(view, TABLE_CLASSES['http_activity']!, time, constant(3)),
    severity_id: codes(status, SEVERITY),
    endpoint: codes(endpoint, ENDPOINT_NAMES),
    http_method: constant('GET'),
    url_path: rows((row) => PATHS[endpoint[row]!]?.join(String(target[row]))),
    status_code: codes(status, UP_TO_999),
    status: codes(status, SUCCESS_BELOW_400),
    refused_by: codes(check, REFUSED_BY),
    actor_user_uid: integers(subject),
    actor_user_type: rows((row) => (principal[row] === 0 ? 'member' : 'client')),
    actor_user_name: codes(principal, [undefined, ...view.principals]),
    target_uid: integers((row) => target[row]!),
    ...tokenFields(view, batch, subject),
    ...sourceFields((row) => batch.source[row]!),
    ...agentFields(batch.agent),
  };
  const add = (name: string, enrichment: EnrichmentName, field: RecordField) => {
    const from = view.enrichments[enrichment];
    if (from !== undefined) fields[name] = since(field, from, view, time);
  };
  add('token_issued', 'token-issued', codes(batch.issued, TRUTH));
  add('subject_exists', 'subject-exists', codes(batch.exists, TRUTH));
  add('subject_canary', 'canary', codes(batch.canary, TRUTH));
  add('session_pages_before', 'page-flow', codes(batch.pagesBefore, UP_TO_255));
  add('key_custodian_status', 'key-custodian', custodian(kid, view, time));
  const attack = (row: number) => batch.label[row] === LABEL_ATTACK;
  return recordSet('http_activity', batch.length, time, attack, fields);
}

/** A withheld field: missing before its control came on. */
function since(
  field: RecordField,
  from: number,
  view: TelemetryView,
  time: (row: number) => number,
): RecordField {
  if (from <= view.calendar.startMs) return field;
  return rows((row) => {
    if (time(row) < from) return undefined;
    return valueAt(field, row);
  });
}

function custodian(
  kid: ArrayLike<number>,
  view: TelemetryView,
  time: (row: number) => number,
): RecordField {
  const left: (number | null | undefined)[] = [];
  for (const key of view.keys) left[key.version] = key.custodianLeftAtMs;
  return rows((row) => {
    const at = left[kid[row]!];
    if (at === undefined) return 'unknown';
    return at !== null && time(row) >= at ? 'left' : 'current';
  });
}

const OUTCOME_SEVERITY = AUTH_OUTCOMES.map((_, i) => (i > 0 ? 2 : 1));
const OUTCOME_STATUS = AUTH_OUTCOMES.map((_, i) => STATUS_TEXT[i > 0 ? 1 : 0]);

/** Records of sign-ins and tokens. */
export function authRecords(batch: AuthBatch, view: TelemetryView): RecordSet {
  const time = (row: number) => batch.time[row]!;
  const account = (row: number) => batch.account[row]!;
  const { outcome } = batch;
  return recordSet(
    'authentication',
    batch.length,
    time,
    (row) => batch.label[row] === LABEL_ATTACK,
    {
      ...commonFields(
        view,
        TABLE_CLASSES['authentication']!,
        time,
        codes(batch.activity, UP_TO_255),
      ),
      severity_id: codes(outcome, OUTCOME_SEVERITY),
      status: codes(outcome, OUTCOME_STATUS),
      status_detail: codes(outcome, AUTH_OUTCOMES),
      user_uid: integers(account),
      ...tokenFields(view, batch, account),
      ...sourceFields((row) => batch.source[row]!),
      ...agentFields(batch.agent),
    },
  );
}

const ENDPOINTS_PER_MINUTE = ENDPOINTS.length;

/** Requests and errors of each endpoint and minute. */
export function minuteRecords(batch: MinuteBatch, view: TelemetryView): RecordSet {
  const minute = (row: number) => Math.floor(row / ENDPOINTS_PER_MINUTE);
  const endpoint = (row: number) => 1 + (row % ENDPOINTS_PER_MINUTE);
  const time = (row: number) => batch.time[minute(row)]!;
  const common = commonFields(view, 0, time, constant(0));
  return recordSet('endpoint_minute', batch.length * ENDPOINTS_PER_MINUTE, time, () => false, {
    time: common['time']!,
    day: common['day']!,
    endpoint: rows((row) => ENDPOINT_NAMES[endpoint(row)]),
    requests: integers((row) => batch.requests[endpoint(row)]![minute(row)]!),
    errors: integers((row) => batch.errors[endpoint(row)]![minute(row)]!),
  });
}

/** Names that a view gives to columns stored under another. */
const RENAMED: { readonly [T in RowTable]?: Readonly<Record<string, string>> } = {
  datastore_activity: { rows: 'row_count' },
  email_activity: {
    from: 'email_from',
    to: 'email_to',
    subject: 'email_subject',
    body: 'email_body',
  },
};

export type PlainRow = Readonly<Record<string, string | number | null>>;

/** Rows of a small table. `attack` tells which of them the story's attacker caused. */
export function rowRecords(
  table: RowTable,
  list: readonly PlainRow[],
  view: TelemetryView,
  attack: (row: PlainRow) => boolean,
): RecordSet {
  const time = (row: number) => Number(list[row]!['time']);
  const column = (name: string): RecordField => {
    const value = (row: number) => list[row]![name] ?? undefined;
    if (typeof list[0]?.[name] !== 'number') return rows(value);
    return integers((row) => Number(list[row]![name] ?? NaN));
  };
  const fields: Fields = {
    ...commonFields(view, TABLE_CLASSES[table]!, time, column('activity_id')),
    severity_id: constant(1),
  };
  for (const name of Object.keys(list[0] ?? {})) {
    if (name === 'time' || name === 'activity_id') continue;
    if (name === 'source')
      Object.assign(
        fields,
        sourceFields((row) => Number(list[row]![name])),
      );
    else if (name === 'target')
      fields['target_uid'] = integers((row) => Number(list[row]![name] ?? NaN));
    else fields[RENAMED[table]?.[name] ?? name] = column(name);
  }
  return recordSet(table, list.length, time, (row) => attack(list[row]!), fields);
}
