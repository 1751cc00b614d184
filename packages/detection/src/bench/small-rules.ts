import { Dice } from './dice.ts';

const FIELDS: readonly Readonly<Record<string, string>>[] = [
  { token_issued: 'false' },
  { subject_exists: 'false' },
  { subject_canary: 'true' },
  { key_custodian_status: 'left' },
  { endpoint: 'address_list', status_code: '200', session_pages_before: '0' },
  { endpoint: 'address_edit', status_code: '200' },
  { endpoint: 'my_info', actor_user_type: 'partner' },
  { src_network_kind: 'hosting', endpoint: 'address_list' },
  { status_code: '401', endpoint: 'address_list' },
  { check: 'signature' },
  {
    user_agent_kind: 'script',
    status_code: '200',
    endpoint: 'order_list',
    actor_user_type: 'member',
  },
];

/** Rules of one shop's gateway: equality on a few fields, and correlations over them. */
export const SMALL_RULES: string = [
  ...FIELDS.map((fields, number) => rule(`r${number}`, fields)),
  correlation('c0', 'r4', 'src_ip', 'event_count', 'gte: 5000'),
  correlation('c1', 'r0', 'src_ip', 'value_count', 'field: target_uid, gte: 1000'),
  correlation('c2', 'r8', 'target_uid', 'event_count', 'gte: 50'),
  correlation('c3', 'r5', 'token_uid', 'event_count', 'gte: 20'),
].join('---\n');

function rule(name: string, fields: Record<string, string>): string {
  const tests = Object.entries(fields).map(([field, value]) => `${field}: '${value}'`);
  return [
    `title: Small rule ${name}`,
    `name: ${name}`,
    'logsource: { product: dwell, service: http_activity }',
    `detection: { selection: { ${tests.join(', ')} }, condition: selection }`,
    '',
  ].join('\n');
}

function correlation(
  name: string,
  of: string,
  by: string,
  type: string,
  condition: string,
): string {
  return [
    `title: Small correlation ${name}`,
    `name: ${name}`,
    `correlation: { type: ${type}, rules: [${of}], group-by: [${by}], timespan: 1h, condition: { ${condition} } }`,
    '',
  ].join('\n');
}

/** Lines of JSON, requests at a gateway. */
export function makeSmallEvents(count: number, seed: number): string[] {
  const dice = new Dice(seed);
  const endpoints = ['address_list', 'address_edit', 'my_info', 'order_list'];
  return Array.from({ length: count }, (_, number) =>
    JSON.stringify({
      time: 1_733_000_000_000 + number * 40,
      endpoint: dice.pick(endpoints),
      status_code: dice.chance(0.97) ? 200 : 401,
      src_ip: `10.${dice.whole(0, 40)}.${dice.whole(0, 255)}.${dice.whole(1, 254)}`,
      src_network_kind: dice.pick(['access', 'access', 'mobile', 'hosting']),
      user_agent_kind: dice.pick(['browser', 'app', 'app', 'script']),
      actor_user_type: dice.chance(0.98) ? 'member' : 'partner',
      target_uid: dice.whole(1, 400_000),
      token_uid: dice.whole(1, 900_000),
      session_pages_before: dice.whole(0, 9),
      token_issued: dice.chance(0.999),
      subject_exists: dice.chance(0.9995),
      subject_canary: false,
      key_custodian_status: 'active',
    }),
  );
}
