import { OCSF_VERSION } from '../record/class-table.ts';
import type { Cell } from '../query/cells.ts';

/** A row of a view, by column name. */
export type FlatRecord = Readonly<Record<string, Cell>>;
export type OcsfObject = { [key: string]: unknown };

const EMAIL = /^[a-zA-Z0-9!#$%&'*+\-/=?^_`{|}~.]+@[a-zA-Z0-9-]+\.[a-zA-Z0-9\-.]+$/;
const DIRECTIONS: Readonly<Record<string, number>> = { inbound: 1, outbound: 2, internal: 3 };
/** The `aud` of the shop's access tokens. */
const AUDIENCE = 'https://api.shop.example';

/** Epoch milliseconds of a time, given as such or as ISO text. */
const ms = (cell: Cell | undefined) =>
  typeof cell === 'string' ? Date.parse(cell) : (cell ?? undefined);
const text = (cell: Cell | undefined) =>
  cell === null || cell === undefined ? undefined : String(cell);
const address = (cell: Cell | undefined) =>
  typeof cell === 'string' && EMAIL.test(cell) ? cell : undefined;

/**
 * Makes null and empty members undefined, in place, all the way down; undefined is no member of
 * JSON. False when nothing is left.
 */
function tidy(object: OcsfObject): boolean {
  let kept = false;
  for (const key in object) {
    const value = object[key];
    if (value === undefined) continue;
    const empty =
      value === null ||
      (typeof value === 'object' &&
        (Array.isArray(value) ? value.length === 0 : !tidy(value as OcsfObject)));
    if (empty) object[key] = undefined;
    else kept = true;
  }
  return kept;
}

function base(r: FlatRecord, product: string, profiles: readonly string[] = []): OcsfObject {
  return {
    activity_id: r['activity_id'],
    category_uid: r['category_uid'],
    class_uid: r['class_uid'],
    type_uid: r['type_uid'],
    severity_id: r['severity_id'],
    time: ms(r['time']),
    metadata: {
      version: OCSF_VERSION,
      product: { name: product, vendor_name: 'Dwell' },
      uid: text(r['record_uid']),
      profiles,
    },
  };
}

function source(r: FlatRecord): OcsfObject {
  return { ip: r['src_ip'], autonomous_system: { number: r['src_asn'], name: r['src_network'] } };
}

function status(r: FlatRecord): OcsfObject {
  return { status: r['status'], status_id: r['status'] === 'Success' ? 1 : 2 };
}

/** `jti` is `api.token.uid`, `iat` is `api.token.created_time`; the rest of a JWT has no place in OCSF. */
function token(r: FlatRecord, operation: string): OcsfObject {
  if (r['token_uid'] === null) return {};
  return {
    cloud: { provider: 'self-hosted' },
    api: {
      operation,
      token: { uid: text(r['token_uid']), created_time: ms(r['token_created_time']) },
    },
  };
}

function jwt(r: FlatRecord): OcsfObject | undefined {
  return r['token_uid'] === null
    ? undefined
    : { kid: r['jwt_kid'], alg: r['jwt_alg'], aud: AUDIENCE };
}

type Make = (r: FlatRecord) => OcsfObject;

const MAKERS: Readonly<Record<string, Make>> = {
  http_activity: (r) => ({
    ...base(r, 'gateway', r['token_uid'] === null ? ['host'] : ['cloud', 'host']),
    ...status(r),
    status_detail: r['refused_by'],
    actor: {
      user: {
        uid: text(r['actor_user_uid']),
        name: r['actor_user_name'],
        type_id: r['actor_user_type'] === 'member' ? 1 : 4,
      },
    },
    src_endpoint: source(r),
    http_request: {
      http_method: r['http_method'],
      url: { path: r['url_path'] },
      user_agent: r['user_agent'] || null,
    },
    http_response: { code: r['status_code'] },
    ...token(r, r['endpoint'] as string),
    unmapped: {
      jwt: jwt(r),
      target_uid: r['target_uid'],
      enrichments: {
        token_issued: r['token_issued'],
        subject_exists: r['subject_exists'],
        key_custodian_status: r['key_custodian_status'],
        subject_canary: r['subject_canary'],
        session_pages_before: r['session_pages_before'],
      },
      label: r['label'],
    },
  }),
  authentication: (r) => ({
    ...base(r, 'identity', r['token_uid'] === null ? [] : ['cloud']),
    ...status(r),
    status_detail: r['status_detail'],
    user: { uid: text(r['user_uid']), type_id: 1 },
    service: { name: 'identity' },
    src_endpoint: source(r),
    http_request: { user_agent: r['user_agent'] || null },
    ...token(r, r['activity_id'] === 1 ? 'logon' : 'token'),
    unmapped: { jwt: jwt(r), label: r['label'] },
  }),
  account_change: (r) => ({
    ...base(r, 'directory'),
    user: { uid: r['user_uid'], name: r['user_name'], type_id: 1 },
    actor: { app_name: r['actor'] },
    message: r['comment'] || null,
    unmapped: { change: r['change'], department: r['department'], role: r['role'] },
  }),
  entity_management: (r) => ({
    ...base(r, 'key register'),
    entity: { uid: r['entity_uid'], type: r['entity_type'], type_id: 99 },
    actor: { user: { name: r['actor'] } },
    comment: r['comment'] || null,
    unmapped: { operation: r['operation'] },
  }),
  api_activity: (r) => ({
    ...base(r, 'back office'),
    ...(r['status'] === 'ok'
      ? { status: 'Success', status_id: 1 }
      : { status: r['status'], status_id: 2 }),
    actor: { user: { name: r['actor'] } },
    api: { operation: r['operation'] },
    resources: [
      {
        name: r['resource'],
        ...(r['target_uid'] === null ? {} : { uid: String(r['target_uid']) }),
      },
    ],
    src_endpoint: source(r),
    unmapped: { role: r['role'] },
  }),
  datastore_activity: (r) => ({
    ...base(r, 'batch'),
    actor: { user: { name: r['actor'] } },
    table: { name: r['dataset'] },
    src_endpoint: source(r),
    unmapped: { job: r['job'], rows: r['row_count'], ticket: r['ticket'] },
  }),
  email_activity: (r) => ({
    ...base(r, 'mail'),
    direction: r['direction'],
    direction_id: DIRECTIONS[String(r['direction'])] ?? 0,
    email: {
      from: address(r['email_from']) ?? 'unknown@unknown.invalid',
      to: address(r['email_to']) ? [r['email_to']] : null,
      subject: r['email_subject'],
    },
    message: r['email_body'],
  }),
  detection_finding: (r) => ({
    ...base(r, 'detection'),
    finding_info: {
      uid: `${text(r['rule'])}:${text(r['group_key'])}:${ms(r['first_seen_time'])}`,
      title: r['title'],
      first_seen_time: ms(r['first_seen_time']),
      analytic: { uid: r['rule'], name: r['title'], type_id: 1 },
    },
    count: r['hits'],
    unmapped: { group_key: r['group_key'] },
  }),
};

/** Tables that hold OCSF records (`endpoint_minute` holds counts). */
export const OCSF_TABLES: readonly string[] = Object.keys(MAKERS);

/**
 * The nested OCSF 1.8.0 object of a flat record of one of `OCSF_TABLES`. What is not known is
 * undefined, which JSON leaves out. Times of the record are ISO text or epoch milliseconds.
 */
export function ocsfObject(table: string, record: FlatRecord): OcsfObject {
  const object = MAKERS[table]!(record);
  tidy(object);
  return object;
}
