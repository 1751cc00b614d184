import { badInput, type SimTime } from '@dwell/core';
import { keyId, type KeyPurpose } from './key-id.ts';
import type { KeyEntry, KeyRegister } from './key-register.ts';

export type RotateKey = {
  readonly seed: number;
  /** `overlap` keeps the old key published for `overlapMs`; `hard` withdraws it at once. */
  readonly mode: 'overlap' | 'hard';
  readonly at: SimTime;
  readonly overlapMs: number;
  readonly purpose?: KeyPurpose;
};

/**
 * The register after a rotation: a new active key in every surviving place that follows rotation,
 * and every older key retiring (overlap) or withdrawn (hard). Does not change its input.
 * Errors: `KEY` when the overlap is negative or nothing of that purpose is active.
 */
export function rotateKey(
  register: KeyRegister,
  { seed, mode, at, overlapMs, purpose = 'member-token' }: RotateKey,
): KeyRegister {
  const old = signingKey(register, purpose);
  if (overlapMs < 0)
    throw badInput('KEY', `an overlap of ${overlapMs} ms`, 'rotate-key', 'give 0 or more');
  const version = old.version + 1;
  const ends = mode === 'hard' ? at : at + overlapMs;
  const successor: KeyEntry = {
    ...old,
    kid: keyId(seed, purpose, version),
    version,
    createdAt: at,
    publishedAt: at,
    copies: old.copies.filter((c) => c.followsRotation && !c.removed),
  };
  const retired = register.keys.map((key): KeyEntry => {
    if (key.purpose !== purpose || key.state === 'withdrawn') return key;
    const withdrawnAt = Math.min(key.withdrawnAt ?? ends, ends);
    return {
      ...key,
      rotatedAt: key.rotatedAt ?? at,
      withdrawnAt,
      state: withdrawnAt <= at ? 'withdrawn' : 'retiring',
    };
  });
  return { keys: [...retired, successor] };
}

/**
 * The register at a time: retiring keys whose end has come are withdrawn. Returns its input when
 * none is.
 */
export function settleKeys(register: KeyRegister, now: SimTime): KeyRegister {
  const due = (key: KeyEntry) =>
    key.state === 'retiring' && key.withdrawnAt !== null && key.withdrawnAt <= now;
  if (!register.keys.some(due)) return register;
  return { keys: register.keys.map((key) => (due(key) ? { ...key, state: 'withdrawn' } : key)) };
}

/** The key that signs new tokens of a purpose. Errors: `KEY`. */
export function signingKey(register: KeyRegister, purpose: KeyPurpose = 'member-token'): KeyEntry {
  const active = register.keys.find((key) => key.purpose === purpose && key.state === 'active');
  if (!active)
    throw badInput('KEY', `no active key for ${purpose}`, 'key register', 'rotate the key first');
  return active;
}
