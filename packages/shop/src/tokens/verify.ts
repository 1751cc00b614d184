import { createLocalJWKSet, jwtVerify } from 'jose';
import { AUDIENCE, ISSUER, type AccessClaims } from './claims.ts';
import type { TrainingJwks } from './training-key.ts';

const REQUIRED = ['sub', 'client_id', 'iat', 'exp', 'jti', 'scope'];

/**
 * Claims of a valid access token (RFC 9068 §4): key in the set, EdDSA signature, `at+jwt`, issuer,
 * audience, all claims present, not expired at `nowEpochMs`. Throws the library's `JOSEError`,
 * whose `code` says what failed (`ERR_JWKS_NO_MATCHING_KEY`, `ERR_JWT_EXPIRED`, …).
 */
export async function verify(
  jwt: string,
  jwks: TrainingJwks,
  nowEpochMs: number,
): Promise<AccessClaims> {
  const { payload } = await jwtVerify<AccessClaims>(
    jwt,
    createLocalJWKSet({ keys: [...jwks.keys] }),
    {
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: REQUIRED,
      currentDate: new Date(nowEpochMs),
    },
  );
  return payload;
}
