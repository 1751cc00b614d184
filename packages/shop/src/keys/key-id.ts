import { draw32, streamKey } from '@dwell/core';

/**
 * What a key signs; the payment key is separate, which is why payment data was out of reach (FACTS
 * §1).
 */
export type KeyPurpose = 'member-token' | 'payment-token';

/** `kid` of a key: says that it is training material, and differs between seeds. */
export function keyId(seed: number, purpose: KeyPurpose, version: number): string {
  const tag = draw32(streamKey(seed, `key.${purpose}`), version)
    .toString(16)
    .padStart(8, '0');
  return `training-${purpose}-${version}-${tag}`;
}
