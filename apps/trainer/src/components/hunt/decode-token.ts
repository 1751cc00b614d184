import type { Cell } from '@dwell/simulator/router';

/** The record's cells by column. */
export type RecordCells = Readonly<Record<string, Cell>>;

export type CheckState = 'passed' | 'refused' | 'not-reached' | 'off';

/** A token as far as the log tells. */
export type DecodedToken = {
  header: readonly (readonly [string, Cell])[];
  claims: readonly (readonly [string, Cell])[];
  /** Subject and serial number inside the identifier. */
  subject: number;
  serial: number;
};

const TOKENS_PER_SUBJECT = 2 ** 25;

/** Rebuilds header and claims from a record; null when the record carries no token. */
export function decodeToken(record: RecordCells): DecodedToken | null {
  const uid = Number(record['token_uid'] ?? Number.NaN);
  if (!Number.isSafeInteger(uid) || uid <= 0) return null;
  const subject = Math.floor(uid / TOKENS_PER_SUBJECT);
  return {
    header: [
      ['alg', record['jwt_alg'] ?? null],
      ['kid', record['jwt_kid'] ?? null],
      ['typ', 'at+jwt'],
    ],
    claims: [
      ['sub', subject],
      ['iat', record['token_created_time'] ?? null],
      ['jti', String(uid)],
    ],
    subject,
    serial: uid % TOKENS_PER_SUBJECT,
  };
}

/** What each check did to the request, in the gateway's order. A check that is off was walked past. */
export function checkStates(
  gates: readonly { check: string; on: boolean }[],
  refusedBy: Cell,
): readonly { check: string; state: CheckState }[] {
  const refusedAt = gates.findIndex((gate) => gate.check === refusedBy);
  return gates.map(({ check, on }, at) => {
    if (at === refusedAt) return { check, state: 'refused' as const };
    if (refusedAt >= 0 && at > refusedAt) return { check, state: 'not-reached' as const };
    return { check, state: on ? ('passed' as const) : ('off' as const) };
  });
}
