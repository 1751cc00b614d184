import { createPublicKey, sign, verify, createPrivateKey, KeyObject } from 'node:crypto';
import { canonicalJson } from '@dwell/core';
import { sealed } from './case.ts';
import type { CaseBundle } from './types.ts';

/**
 * A case signed over all of its content, with the public key in it. The key is an Ed25519 private key,
 * as an object or PEM. The seal covers the signature too.
 */
export function signCase(unsigned: CaseBundle, key: KeyObject | string): CaseBundle {
  const privateKey = key instanceof KeyObject ? key : createPrivateKey(key);
  const publicKey = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .toString('base64');
  const value = sign(null, contentOf(unsigned, publicKey), privateKey).toString('base64');
  return sealed({ ...unsigned, signature: { algorithm: 'ed25519', publicKey, value } });
}

/** Is a case signed, by whom, and does the signature hold? That a key is somebody's, it cannot say. */
export function verifySignature(
  signed: CaseBundle,
): { state: 'none' } | { state: 'good' | 'broken'; publicKey: string } {
  if (!signed.signature) return { state: 'none' };
  const { publicKey, value } = signed.signature;
  return { state: holds(signed, publicKey, value) ? 'good' : 'broken', publicKey };
}

function holds(signed: CaseBundle, publicKey: string, value: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, contentOf(signed, publicKey), key, Buffer.from(value, 'base64'));
  } catch {
    return false;
  }
}

/** What is signed: everything but the signature's own value and the seal. */
function contentOf(signed: CaseBundle, publicKey: string): Buffer {
  const { seal: _seal, signature: _signature, ...content } = signed;
  return Buffer.from(canonicalJson({ ...content, publicKey }));
}
