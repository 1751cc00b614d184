import { SignJWT } from 'jose';
import type { AccessClaims } from './claims.ts';
import type { TrainingKey } from './training-key.ts';

/** A signed access token: JWS compact form, header `typ: at+jwt`, `kid` and `alg` of the key. */
export async function mint(claims: AccessClaims, key: TrainingKey): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid })
    .sign(key.privateJwk);
}
