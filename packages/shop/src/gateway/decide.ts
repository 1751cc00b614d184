import { GATEWAY_CHECKS, type Controls, type GatewayCheck } from './controls.ts';

/** What is true of one request, whether or not any check asks. */
export type Access = {
  /** The verifier knows the key named in the token's header. */
  readonly keyKnown: boolean;
  readonly signatureValid: boolean;
  readonly expired: boolean;
  /** The token or its subject is on the deny list. */
  readonly denied: boolean;
  /** The issuer has a record of having issued the token. */
  readonly issued: boolean;
  readonly subjectExists: boolean;
  readonly overLimit: boolean;
  /** The source address or network is blocked. */
  readonly blocked: boolean;
};

export type Decision = {
  readonly allowed: boolean;
  /** The first check that refused; `null` when all passed. */
  readonly check: GatewayCheck | null;
  /** As recorded: 0 passed, else position of the check + 1. */
  readonly code: number;
  /**
   * HTTP status of the answer; 404 when the gateway let through a subject the application does not
   * know.
   */
  readonly status: 200 | 401 | 403 | 404 | 429;
};

const STATUS: { readonly [check in GatewayCheck]: Decision['status'] } = {
  key_known: 401,
  signature: 401,
  expiry: 401,
  deny_list: 401,
  issued: 401,
  subject_exists: 401,
  rate_limit: 429,
  block: 403,
};

const refused = (check: GatewayCheck): Decision =>
  Object.freeze({
    allowed: false,
    check,
    code: GATEWAY_CHECKS.indexOf(check) + 1,
    status: STATUS[check],
  });

const BY_KEY = refused('key_known');
const BY_SIGNATURE = refused('signature');
const BY_EXPIRY = refused('expiry');
const BY_DENY_LIST = refused('deny_list');
const BY_ISSUED = refused('issued');
const BY_SUBJECT = refused('subject_exists');
const BY_RATE_LIMIT = refused('rate_limit');
const BY_BLOCK = refused('block');
const SERVED: Decision = Object.freeze({ allowed: true, check: null, code: 0, status: 200 });
const NOT_FOUND: Decision = Object.freeze({ allowed: true, check: null, code: 0, status: 404 });

/**
 * The gateway's decision on one request: the first check that is on and fails, in the order of
 * `GATEWAY_CHECKS`. Returns one of ten frozen objects, so it may be called millions of times and
 * the results compared by identity. The virtual gateway and the HTTP one share it.
 */
export function decide(access: Access, controls: Controls): Decision {
  if (controls.key_known && !access.keyKnown) return BY_KEY;
  if (controls.signature && !access.signatureValid) return BY_SIGNATURE;
  if (controls.expiry && access.expired) return BY_EXPIRY;
  if (controls.deny_list && access.denied) return BY_DENY_LIST;
  if (controls.issued && !access.issued) return BY_ISSUED;
  if (controls.subject_exists && !access.subjectExists) return BY_SUBJECT;
  if (controls.rate_limit && access.overLimit) return BY_RATE_LIMIT;
  if (controls.block && access.blocked) return BY_BLOCK;
  return access.subjectExists ? SERVED : NOT_FOUND;
}
