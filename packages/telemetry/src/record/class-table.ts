/** Facts about an OCSF 1.8.0 event class, as far as the records here use them (schema.ocsf.io, Apache-2.0). */
export type OcsfClass = {
  uid: number;
  name: string;
  caption: string;
  categoryUid: number;
  activities: Readonly<Record<number, string>>;
  /** Attributes every record of the class has, besides those of all classes. */
  required: readonly string[];
  /** At least one of these is there; empty when the class asks for none. */
  atLeastOne: readonly string[];
};

export const OCSF_VERSION = '1.8.0';

/** Attributes every record of every class has. */
export const BASE_REQUIRED: readonly string[] = [
  'activity_id',
  'category_uid',
  'class_uid',
  'metadata',
  'severity_id',
  'time',
  'type_uid',
];

const activities = (first: Readonly<Record<number, string>>) => ({
  0: 'Unknown',
  ...first,
  99: 'Other',
});
const FINDING = activities({ 1: 'Create', 2: 'Update', 3: 'Close' });

/** The classes in use, by uid. */
export const OCSF_CLASSES: readonly OcsfClass[] = [
  {
    uid: 4002,
    name: 'http_activity',
    caption: 'HTTP Activity',
    categoryUid: 4,
    activities: activities({
      1: 'Connect',
      2: 'Delete',
      3: 'Get',
      4: 'Head',
      5: 'Options',
      6: 'Post',
      7: 'Put',
      8: 'Trace',
      9: 'Patch',
    }),
    required: [],
    atLeastOne: ['http_request', 'http_response'],
  },
  {
    uid: 3002,
    name: 'authentication',
    caption: 'Authentication',
    categoryUid: 3,
    activities: activities({
      1: 'Logon',
      2: 'Logoff',
      3: 'Authentication Ticket',
      4: 'Service Ticket Request',
      5: 'Service Ticket Renew',
      6: 'Preauth',
      7: 'Account Switch',
    }),
    required: ['user'],
    atLeastOne: ['service', 'dst_endpoint'],
  },
  {
    uid: 3001,
    name: 'account_change',
    caption: 'Account Change',
    categoryUid: 3,
    activities: activities({
      1: 'Create',
      2: 'Enable',
      3: 'Password Change',
      4: 'Password Reset',
      5: 'Disable',
      6: 'Delete',
      7: 'Attach Policy',
      8: 'Detach Policy',
      9: 'Lock',
      10: 'MFA Factor Enable',
      11: 'MFA Factor Disable',
      12: 'Unlock',
    }),
    required: ['user'],
    atLeastOne: [],
  },
  {
    uid: 3004,
    name: 'entity_management',
    caption: 'Entity Management',
    categoryUid: 3,
    activities: activities({
      1: 'Create',
      2: 'Read',
      3: 'Update',
      4: 'Delete',
      5: 'Move',
      6: 'Enroll',
      7: 'Unenroll',
      8: 'Enable',
      9: 'Disable',
      10: 'Activate',
      11: 'Deactivate',
      12: 'Suspend',
      13: 'Resume',
    }),
    required: ['entity'],
    atLeastOne: [],
  },
  {
    uid: 6003,
    name: 'api_activity',
    caption: 'API Activity',
    categoryUid: 6,
    activities: activities({ 1: 'Create', 2: 'Read', 3: 'Update', 4: 'Delete' }),
    required: ['actor', 'api', 'src_endpoint'],
    atLeastOne: [],
  },
  {
    uid: 6005,
    name: 'datastore_activity',
    caption: 'Datastore Activity',
    categoryUid: 6,
    activities: activities({
      1: 'Read',
      2: 'Update',
      3: 'Connect',
      4: 'Query',
      5: 'Write',
      6: 'Create',
      7: 'Delete',
      8: 'List',
      9: 'Encrypt',
      10: 'Decrypt',
    }),
    required: ['actor', 'src_endpoint'],
    atLeastOne: ['database', 'databucket', 'table'],
  },
  {
    uid: 4009,
    name: 'email_activity',
    caption: 'Email Activity',
    categoryUid: 4,
    activities: activities({ 1: 'Send', 2: 'Receive', 3: 'Scan', 4: 'Trace', 5: 'MTA Relay' }),
    required: ['direction_id', 'email'],
    atLeastOne: [],
  },
  {
    uid: 2004,
    name: 'detection_finding',
    caption: 'Detection Finding',
    categoryUid: 2,
    activities: FINDING,
    required: ['finding_info'],
    atLeastOne: [],
  },
  {
    uid: 2005,
    name: 'incident_finding',
    caption: 'Incident Finding',
    categoryUid: 2,
    activities: FINDING,
    required: ['finding_info_list', 'status_id'],
    atLeastOne: ['assignee', 'assignee_group'],
  },
];

/** The class of a uid, or undefined. */
export function ocsfClass(uid: number): OcsfClass | undefined {
  return OCSF_CLASSES.find((c) => c.uid === uid);
}
