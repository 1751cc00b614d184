/** Small tables, one plain object a record. `time` is UTC epoch milliseconds in all of them. */
export type AccountChangeRow = {
  time: number;
  /** OCSF 3001: 1 Create, 2 Enable, 5 Disable, 6 Delete, 7 Attach Policy, 8 Detach Policy, 99 Other. */
  activity_id: number;
  user_uid: string;
  user_name: string;
  department: string;
  role: string;
  /** `joiner`, `mover`, `leaver`, `disable`, … */
  change: string;
  actor: string;
  comment: string;
};

export type EntityManagementRow = {
  time: number;
  /** OCSF 3004: 1 Create, 2 Read, 3 Update, 4 Delete, 8 Enable, 9 Disable, 10 Activate, 11 Deactivate. */
  activity_id: number;
  entity_type: string;
  entity_uid: string;
  operation: string;
  actor: string;
  comment: string;
};

export type ApiActivityRow = {
  time: number;
  /** OCSF 6003: 1 Create, 2 Read, 3 Update, 4 Delete. */
  activity_id: number;
  operation: string;
  actor: string;
  role: string;
  /** Account number looked at, if one. */
  target: number | null;
  resource: string;
  status: string;
  /** IPv4 address as an integer. */
  source: number;
};

export type DatastoreActivityRow = {
  time: number;
  /** OCSF 6005: 1 Read, 2 Update, 3 Connect, 4 Query, 5 Write, 6 Create, 7 Delete, 8 List. */
  activity_id: number;
  job: string;
  actor: string;
  dataset: string;
  rows: number;
  ticket: string | null;
  source: number;
};

export type EmailActivityRow = {
  time: number;
  /** OCSF 4009: 1 Send, 2 Receive, 3 Scan. */
  activity_id: number;
  direction: 'inbound' | 'outbound' | 'internal';
  from: string;
  to: string;
  subject: string;
  body: string;
};

export type DetectionFindingRow = {
  time: number;
  /** OCSF 2004: 1 Create, 2 Update, 3 Close. */
  activity_id: number;
  rule: string;
  title: string;
  severity_id: number;
  group_key: string;
  /** UTC epoch milliseconds of the first record behind the finding. */
  first_time: number;
  hits: number;
};

export type RowTables = {
  account_change: AccountChangeRow;
  entity_management: EntityManagementRow;
  api_activity: ApiActivityRow;
  datastore_activity: DatastoreActivityRow;
  email_activity: EmailActivityRow;
  detection_finding: DetectionFindingRow;
};

export type RowTable = keyof RowTables;

type ColumnKind = 'time' | 'integer' | 'uinteger' | 'bigint' | 'text';

/** Physical columns of the row tables, in order. */
export const ROW_COLUMNS: {
  readonly [T in RowTable]: Readonly<Record<keyof RowTables[T] & string, ColumnKind>>;
} = {
  account_change: {
    time: 'time',
    activity_id: 'integer',
    user_uid: 'text',
    user_name: 'text',
    department: 'text',
    role: 'text',
    change: 'text',
    actor: 'text',
    comment: 'text',
  },
  entity_management: {
    time: 'time',
    activity_id: 'integer',
    entity_type: 'text',
    entity_uid: 'text',
    operation: 'text',
    actor: 'text',
    comment: 'text',
  },
  api_activity: {
    time: 'time',
    activity_id: 'integer',
    operation: 'text',
    actor: 'text',
    role: 'text',
    target: 'uinteger',
    resource: 'text',
    status: 'text',
    source: 'uinteger',
  },
  datastore_activity: {
    time: 'time',
    activity_id: 'integer',
    job: 'text',
    actor: 'text',
    dataset: 'text',
    rows: 'bigint',
    ticket: 'text',
    source: 'uinteger',
  },
  email_activity: {
    time: 'time',
    activity_id: 'integer',
    direction: 'text',
    from: 'text',
    to: 'text',
    subject: 'text',
    body: 'text',
  },
  detection_finding: {
    time: 'time',
    activity_id: 'integer',
    rule: 'text',
    title: 'text',
    severity_id: 'integer',
    group_key: 'text',
    first_time: 'time',
    hits: 'integer',
  },
};

export const ROW_TABLES = Object.keys(ROW_COLUMNS) as readonly RowTable[];
