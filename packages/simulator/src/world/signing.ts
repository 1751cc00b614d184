import { MINUTE_MS, type SimTime } from '@dwell/core';
import type { KeyRegister } from '@dwell/shop';
import type { Knobs } from '../scenario/knobs.ts';

/**
 * Version of the member key that signs new tokens. In an overlap the successor is published first
 * and takes over one token life before the old key goes, so that nobody is logged out.
 */
export function signingVersion(register: KeyRegister, now: SimTime, knobs: Knobs): number {
  let version = 0;
  for (const key of register.keys) {
    if (key.purpose !== 'member-token') continue;
    if (key.state === 'active') version = Math.max(version, key.version);
    const handover = (key.withdrawnAt ?? 0) - knobs['token.life_minutes'] * MINUTE_MS;
    if (key.state === 'retiring' && now < handover) return key.version;
  }
  return version;
}
