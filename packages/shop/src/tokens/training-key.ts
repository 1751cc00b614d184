import { createHash, createPrivateKey } from 'node:crypto';
import { keyId, type KeyPurpose } from '../keys/key-id.ts';

/** An Ed25519 key in JWK form (RFC 8037), marked as made for training. */
export type TrainingJwk = {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly alg: 'EdDSA';
  readonly use: 'sig';
  readonly kid: string;
  readonly x: string;
  readonly d?: string;
  /** Says in the key itself that it protects nothing. */
  readonly dwell_training: true;
};

export type TrainingKey = {
  readonly kid: string;
  /** With the private part `d`. */
  readonly privateJwk: TrainingJwk;
  readonly publicJwk: TrainingJwk;
};

/** A published key set. */
export type TrainingJwks = { readonly keys: readonly TrainingJwk[] };

/** What precedes the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key of a purpose and version: a function of the seed, so anyone can make it and nothing real
 * may ever trust it. Its `kid` is that of the key register.
 */
export function trainingKey(
  seed: number,
  version: number,
  purpose: KeyPurpose = 'member-token',
): TrainingKey {
  const bytes = createHash('sha256')
    .update(`dwell training key/${seed}/${purpose}/${version}`)
    .digest();
  const der = Buffer.concat([PKCS8_HEAD, bytes]);
  const { x = '', d } = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({
    format: 'jwk',
  });
  const kid = keyId(seed, purpose, version);
  const publicJwk: TrainingJwk = {
    kty: 'OKP',
    crv: 'Ed25519',
    alg: 'EdDSA',
    use: 'sig',
    kid,
    x,
    dwell_training: true,
  };
  return { kid, publicJwk, privateJwk: { ...publicJwk, d } };
}

/** The key set verifiers read: public parts only. */
export function keySet(keys: readonly TrainingKey[]): TrainingJwks {
  return { keys: keys.map((key) => key.publicJwk) };
}
