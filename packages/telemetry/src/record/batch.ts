import { ENDPOINT_COUNT } from './dictionary.ts';

/** One HTTP request to a logged endpoint a row (OCSF 4002). Only the first `length` rows count. */
export type HttpBatch = {
  length: number;
  /** UTC epoch milliseconds. */
  time: Float64Array;
  /** Endpoint index 1–4, see `ENDPOINTS`. */
  endpoint: Uint8Array;
  /** HTTP status code. */
  status: Uint16Array;
  /** Account number addressed. */
  target: Uint32Array;
  /** 0: the account is the token's subject; else place in the list of principals, from 1. */
  principal: Uint16Array;
  /** Which of the subject's tokens: minute of issue × 16 + slot. */
  token: Uint32Array;
  /** Signing-key version, from 1. */
  kid: Uint8Array;
  /** IPv4 address as an integer. */
  source: Uint32Array;
  /** User-agent class, see `AGENTS`. */
  agent: Uint8Array;
  /** 0 passed, else 1 + place of the gateway check that refused. */
  check: Uint8Array;
  /** Enrichments: withheld from queries until their control is on. 0/1 but for pagesBefore. */
  issued: Uint8Array;
  exists: Uint8Array;
  canary: Uint8Array;
  /** Pages of the session before this one, 255 = 255 or more. */
  pagesBefore: Uint8Array;
  /** Ground truth, see `LABEL_*`. */
  label: Uint8Array;
};

/** One token issue, refresh or login a row (OCSF 3002). */
export type AuthBatch = {
  length: number;
  time: Float64Array;
  /** 1 Logon, 3 Authentication Ticket, 5 Renew. */
  activity: Uint8Array;
  /** 0 success, else a place in `AUTH_OUTCOMES`. */
  outcome: Uint8Array;
  account: Uint32Array;
  /** The token issued or presented, 0 none. */
  token: Uint32Array;
  kid: Uint8Array;
  source: Uint32Array;
  agent: Uint8Array;
  label: Uint8Array;
};

/** One minute a row: requests and errors of every endpoint. Arrays are indexed by endpoint 1–9; [0] is empty. */
export type MinuteBatch = {
  length: number;
  /** Start of the minute, UTC epoch milliseconds. */
  time: Float64Array;
  requests: readonly Uint32Array[];
  errors: readonly Uint32Array[];
};

/** Empty batch with room for `capacity` rows. */
export function httpBatch(capacity: number): HttpBatch {
  return {
    length: 0,
    time: new Float64Array(capacity),
    endpoint: new Uint8Array(capacity),
    status: new Uint16Array(capacity),
    target: new Uint32Array(capacity),
    principal: new Uint16Array(capacity),
    token: new Uint32Array(capacity),
    kid: new Uint8Array(capacity),
    source: new Uint32Array(capacity),
    agent: new Uint8Array(capacity),
    check: new Uint8Array(capacity),
    issued: new Uint8Array(capacity),
    exists: new Uint8Array(capacity),
    canary: new Uint8Array(capacity),
    pagesBefore: new Uint8Array(capacity),
    label: new Uint8Array(capacity),
  };
}

/** Empty batch with room for `capacity` rows. */
export function authBatch(capacity: number): AuthBatch {
  return {
    length: 0,
    time: new Float64Array(capacity),
    activity: new Uint8Array(capacity),
    outcome: new Uint8Array(capacity),
    account: new Uint32Array(capacity),
    token: new Uint32Array(capacity),
    kid: new Uint8Array(capacity),
    source: new Uint32Array(capacity),
    agent: new Uint8Array(capacity),
    label: new Uint8Array(capacity),
  };
}

/** Empty batch with room for `capacity` minutes (1440 make a day). */
export function minuteBatch(capacity: number): MinuteBatch {
  const columns = () =>
    Array.from({ length: ENDPOINT_COUNT + 1 }, (_, i) => new Uint32Array(i === 0 ? 0 : capacity));
  return { length: 0, time: new Float64Array(capacity), requests: columns(), errors: columns() };
}

type Flat = { length: number; time: Float64Array };

/** How many rows a batch has room for. */
export function capacityOf(batch: Flat): number {
  return batch.time.length;
}

/**
 * Makes room for `capacity` rows, at least doubling, keeping what is there. The arrays are
 * replaced: fetch them again after the call.
 */
export function growBatch(batch: HttpBatch | AuthBatch, capacity: number): void {
  const have = capacityOf(batch);
  if (capacity <= have) return;
  const next = Math.max(capacity, have * 2);
  const columns = batch as unknown as Record<string, Uint8Array | number>;
  for (const [name, old] of Object.entries(columns)) {
    if (typeof old === 'number') continue;
    const grown = new (old.constructor as Uint8ArrayConstructor)(next);
    grown.set(old);
    columns[name] = grown;
  }
}
