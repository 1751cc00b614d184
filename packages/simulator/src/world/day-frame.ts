import { TICKS_PER_DAY } from '@dwell/core';
import { CHANNEL_COUNT } from './channels.ts';

/** Rows of the small tables that the world writes itself (staff, vault, register, injects). */
export type LogTable = 'account_change' | 'entity_management' | 'api_activity' | 'email_activity';
export type LogRow = { table: LogTable; row: { [column: string]: string | number | null } };

/** Attack requests of a day, one by one, in order. */
export type AttackRequests = {
  length: number;
  tick: Uint32Array;
  subject: Uint32Array;
  endpoint: Uint8Array;
  status: Uint16Array;
  check: Uint8Array;
  source: Uint32Array;
  key: Uint8Array;
};

/** What a local day's log records are a pure function of, together with seed, scale and scenario. */
export type DayFrame = {
  day: number;
  firstTick: number;
  ticks: number;
  /** Rows of channels, one a tick. */
  counts: Int32Array;
  /** The rows of the few ticks before, for sessions that reach over midnight. */
  before: Int32Array;
  attack: AttackRequests;
  rows: LogRow[];
  canaries: readonly number[];
};

export function attackRequests(capacity = 256): AttackRequests {
  return {
    length: 0,
    tick: new Uint32Array(capacity),
    subject: new Uint32Array(capacity),
    endpoint: new Uint8Array(capacity),
    status: new Uint16Array(capacity),
    check: new Uint8Array(capacity),
    source: new Uint32Array(capacity),
    key: new Uint8Array(capacity),
  };
}

const COLUMNS = ['tick', 'subject', 'endpoint', 'status', 'check', 'source', 'key'] as const;

function grow(requests: AttackRequests): void {
  for (const name of COLUMNS) {
    const old = requests[name];
    const wider = new (old.constructor as new (n: number) => typeof old)(old.length * 2);
    wider.set(old);
    (requests as { -readonly [k in typeof name]: typeof old })[name] = wider;
  }
}

/** Appends one request; grows the columns when they are full. */
export function addRequest(
  requests: AttackRequests,
  request: { [column in (typeof COLUMNS)[number]]: number },
): void {
  if (requests.length === requests.tick.length) grow(requests);
  const i = requests.length++;
  for (const name of COLUMNS) requests[name][i] = request[name];
}

/** An empty frame for a day that starts at `firstTick`. */
export function openFrame(
  day: number,
  firstTick: number,
  before: Int32Array,
  canaries: readonly number[],
): DayFrame {
  return {
    day,
    firstTick,
    ticks: 0,
    counts: new Int32Array(TICKS_PER_DAY * CHANNEL_COUNT),
    before,
    attack: attackRequests(),
    rows: [],
    canaries,
  };
}
