import { BASE_REQUIRED, OCSF_VERSION, ocsfClass, type OcsfClass } from './class-table.ts';

/** Something wrong with a record: which attribute (dotted), and what. */
export type Problem = { path: string; what: string };

type Json = Readonly<Record<string, unknown>>;

const SEVERITIES = [0, 1, 2, 3, 4, 5, 6, 99];
/** What objects in use must have: attributes, and at least one of others. */
const OBJECTS: Readonly<
  Record<string, { required?: readonly string[]; oneOf?: readonly string[] }>
> = {
  actor: { oneOf: ['process', 'user', 'invoked_by', 'session', 'app_name', 'app_uid'] },
  'actor.user': { oneOf: ['account', 'name', 'uid'] },
  user: { oneOf: ['account', 'name', 'uid'] },
  api: { required: ['operation'] },
  src_endpoint: { oneOf: ['ip', 'uid', 'name', 'hostname', 'svc_name'] },
  service: { oneOf: ['name', 'uid'] },
  http_response: { required: ['code'] },
  'http_request.url': { oneOf: ['url_string', 'path'] },
  email: { oneOf: ['from', 'to'] },
  entity: { oneOf: ['name', 'uid', 'device', 'group', 'org', 'policy', 'user'] },
  finding_info: { required: ['uid'] },
  table: { oneOf: ['name', 'uid'] },
  'metadata.product': { oneOf: ['name', 'uid'] },
  cloud: { required: ['provider'] },
};

function at(record: Json, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], record);
}

function checkBase(record: Json, known: OcsfClass, problems: Problem[]): void {
  const activity = record['activity_id'];
  const say = (path: string, what: string) => problems.push({ path, what });
  if (typeof activity !== 'number' || known.activities[activity] === undefined) {
    say('activity_id', `${String(activity)} is no activity of ${known.caption}`);
  }
  if (record['category_uid'] !== known.categoryUid)
    say('category_uid', `must be ${known.categoryUid}`);
  if (record['type_uid'] !== known.uid * 100 + Number(activity))
    say('type_uid', 'must be class_uid × 100 + activity_id');
  if (!SEVERITIES.includes(record['severity_id'] as number)) say('severity_id', 'is no severity');
  if (!Number.isSafeInteger(record['time'])) say('time', 'must be whole milliseconds');
  if (at(record, 'metadata.version') !== OCSF_VERSION)
    say('metadata.version', `must be ${OCSF_VERSION}`);
  if (at(record, 'metadata.product') === undefined) say('metadata.product', 'is missing');
}

/** No attribute is null: what is not known is left out. */
function checkNulls(value: unknown, path: string, problems: Problem[]): void {
  if (value === null) problems.push({ path, what: 'is null; leave it out' });
  else if (typeof value === 'object') {
    for (const [key, child] of Object.entries(value as Json))
      checkNulls(child, path ? `${path}.${key}` : key, problems);
  }
}

/** Checks a nested OCSF object against the facts in the class table; no problems means none found. */
export function checkRecord(record: Json): Problem[] {
  const known = ocsfClass(Number(record['class_uid']));
  if (!known)
    return [{ path: 'class_uid', what: `${String(record['class_uid'])} is no class in use` }];
  const problems: Problem[] = [];
  for (const name of [...BASE_REQUIRED, ...known.required]) {
    if (record[name] === undefined) problems.push({ path: name, what: 'is missing' });
  }
  if (known.atLeastOne.length > 0 && !known.atLeastOne.some((name) => record[name] !== undefined)) {
    problems.push({ path: known.atLeastOne.join('|'), what: 'one of these is needed' });
  }
  checkBase(record, known, problems);
  for (const [path, rule] of Object.entries(OBJECTS)) {
    const object = at(record, path) as Json | undefined;
    if (object === undefined) continue;
    for (const name of rule.required ?? []) {
      if (object[name] === undefined)
        problems.push({ path: `${path}.${name}`, what: 'is missing' });
    }
    if (rule.oneOf && !rule.oneOf.some((name) => object[name] !== undefined)) {
      problems.push({ path, what: `needs one of ${rule.oneOf.join(', ')}` });
    }
  }
  checkNulls(record, '', problems);
  return problems;
}
