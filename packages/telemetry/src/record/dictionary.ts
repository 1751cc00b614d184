/** One of the shop's API endpoints; `index` is what batches store. 1–4 are logged one by one. */
export type Endpoint = {
  index: number;
  name: string;
  method: 'GET' | 'POST';
  /** Path template: `{n}` is the account number addressed. */
  path: string;
  /** True when each request leaves a record, false when it is only counted per minute. */
  logged: boolean;
};

const endpoint = (
  index: number,
  name: string,
  path: string,
  logged: boolean,
  method: 'GET' | 'POST' = 'GET',
): Endpoint => ({ index, name, method, path, logged });

/** Endpoints by index − 1. */
export const ENDPOINTS: readonly Endpoint[] = [
  endpoint(1, 'address_list', '/v1/members/{n}/addresses', true),
  endpoint(2, 'address_edit', '/v1/members/{n}/addresses/1/edit', true),
  endpoint(3, 'my_info', '/v1/members/{n}', true),
  endpoint(4, 'order_list', '/v1/members/{n}/orders', true),
  endpoint(5, 'home', '/v1/home', false),
  endpoint(6, 'search', '/v1/search', false),
  endpoint(7, 'cart', '/v1/cart', false),
  endpoint(8, 'other', '/v1/other', false),
  endpoint(9, 'auth', '/v1/auth/token', false, 'POST'),
];

export const ENDPOINT_COUNT = 9;

/** `status_detail` of an authentication record, by outcome code; 0 is success. */
export const AUTH_OUTCOMES: readonly string[] = [
  'success',
  'bad_password',
  'token_expired',
  'refresh_revoked',
  'key_unknown',
  'rate_limited',
  'blocked',
  'locked',
];

/** Gateway checks in the order in which a request passes them; a batch stores the place + 1, 0 is passed. */
export const GATEWAY_CHECKS: readonly string[] = [
  'key_known',
  'signature',
  'expiry',
  'deny_list',
  'issued',
  'subject_exists',
  'rate_limit',
  'block',
];

/** User-agent classes by code: what a request's `User-Agent` header said. */
export const AGENTS: readonly { name: string; text: string }[] = [
  { name: 'none', text: '' },
  { name: 'android_app', text: 'DwellShop/8.4.1 (Android 14; SM-S918N)' },
  { name: 'ios_app', text: 'DwellShop/8.4.0 (iPhone; iOS 17.6)' },
  {
    name: 'mobile_web',
    text: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile Safari/537.36',
  },
  {
    name: 'desktop_web',
    text: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Safari/537.36',
  },
  { name: 'back_office', text: 'DwellDesk/3.2 (Windows NT 10.0)' },
  { name: 'partner_api', text: 'partner-sync/2.7' },
  { name: 'warehouse', text: 'warehouse-client/5.1' },
  { name: 'batch', text: 'shop-batch/1.9' },
  { name: 'monitor', text: 'uptime-probe/1.4' },
  { name: 'quality', text: 'shop-qa/0.8' },
  { name: 'crawler', text: 'python-requests/2.31.0' },
  { name: 'crawler_app_like', text: 'DwellShop/8.3.9 (Android 13; SM-G991N)' },
];

/** Authentication activities in use (OCSF 3002). */
export const AUTH_ACTIVITIES: Readonly<Record<number, string>> = {
  1: 'Logon',
  3: 'Authentication Ticket',
  5: 'Service Ticket Renew',
};

/** Ground-truth labels of a record: what made it. Trainees' queries never reach them. */
export const LABEL_BENIGN = 0;
export const LABEL_ATTACK = 1;

/** Subjects that are not accounts (partners, warehouses, clients) are numbered from here. */
export const PRINCIPAL_BASE = 80_000_000;
/** Tokens a subject may have: `token_uid = subject × 2^25 + n`. */
export const TOKENS_PER_SUBJECT = 2 ** 25;
/** Slots of a minute in a token's `n`: `n = minute of issue × 16 + slot`. */
export const TOKENS_PER_MINUTE = 16;

/** Subject number of a token: the account itself, or the principal's own number. */
export function subjectNumber(account: number, principal: number): number {
  return principal === 0 ? account : PRINCIPAL_BASE + principal;
}

/** The integer people see as `token_uid` (fits 2^53). */
export function tokenUid(subject: number, n: number): number {
  return subject * TOKENS_PER_SUBJECT + n;
}
