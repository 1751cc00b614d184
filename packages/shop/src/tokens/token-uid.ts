import { badInput, MINUTE_MS, type SimTime } from '@dwell/core';

/** Tokens of one subject are numbered by issue minute × 16 + slot, which stays below this. */
const TOKENS_PER_SUBJECT = 2 ** 25;
const SLOTS = 16;

/**
 * Subject numbers of principals (partners, warehouses, back office) start here, above every member
 * number.
 */
export const PRINCIPAL_BASE = 80_000_000;

/** Subject number of a principal; its index is 1 or more. */
export function principalSubject(principal: number): number {
  return PRINCIPAL_BASE + principal;
}

/**
 * Number n of a token issued in a minute since the start of the run (0–2,097,151), in slot 0–15.
 * Errors: `TOKEN`.
 */
export function tokenNumber(issueMinute: number, slot: number): number {
  const n = issueMinute * SLOTS + slot;
  if (!(slot >= 0 && slot < SLOTS && n >= 0 && n < TOKENS_PER_SUBJECT)) {
    throw badInput(
      'TOKEN',
      `minute ${issueMinute}, slot ${slot}`,
      'token number',
      'minutes 0–2097151, slots 0–15',
    );
  }
  return n;
}

/** `token_uid` as people see it: subject × 2^25 + n, an integer below 2^53. */
export function tokenUid(subject: number, n: number): number {
  return subject * TOKENS_PER_SUBJECT + n;
}

/** Subject and n of a `token_uid`. */
export function splitTokenUid(uid: number): { subject: number; n: number } {
  const subject = Math.floor(uid / TOKENS_PER_SUBJECT);
  return { subject, n: uid - subject * TOKENS_PER_SUBJECT };
}

/** When token n was issued: simulated time, whole minutes. */
export function tokenIssuedAt(n: number): SimTime {
  return Math.floor(n / SLOTS) * MINUTE_MS;
}
