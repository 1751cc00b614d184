import { decodeJwt, decodeProtectedHeader, errors } from 'jose';
import type { Ipv4 } from '../network/ipv4.ts';
import type { AccessClaims } from '../tokens/claims.ts';
import { splitTokenUid } from '../tokens/token-uid.ts';
import type { TrainingJwks } from '../tokens/training-key.ts';
import { verify } from '../tokens/verify.ts';
import type { Access } from './decide.ts';

/** What the gateway can ask others about; subject numbers and token numbers as in `tokenUid`. */
export type Lookups = {
  readonly denied: (subject: number, n: number) => boolean;
  readonly issued: (subject: number, n: number) => boolean;
  readonly subjectExists: (subject: number) => boolean;
  readonly overLimit: (source: Ipv4, subject: number, n: number) => boolean;
  readonly blocked: (source: Ipv4) => boolean;
};

export type Presented = {
  readonly access: Access;
  /** Claims as written, verified or not; null when the text is no JWT. */
  readonly claims: Partial<AccessClaims> | null;
  /** Subject number; 0 when `sub` is no number. */
  readonly subject: number;
};

/**
 * What is true of a real token from a source at a time: every answer on its own, so that `decide`
 * can treat checks that are switched off like those of the virtual gateway. Never throws for bad
 * tokens.
 */
export async function accessFromJwt(
  jwt: string,
  from: { jwks: TrainingJwks; nowEpochMs: number; source: Ipv4; lookups: Lookups },
): Promise<Presented> {
  const { jwks, nowEpochMs, source, lookups } = from;
  const header = orNull(() => decodeProtectedHeader(jwt));
  const claims = orNull(() => decodeJwt<Partial<AccessClaims>>(jwt));
  const keyKnown = header?.kid !== undefined && jwks.keys.some((key) => key.kid === header.kid);
  const subject = wholeNumber(claims?.sub);
  const token = splitTokenUid(wholeNumber(claims?.jti));
  const access: Access = {
    keyKnown,
    signatureValid: keyKnown && (await signed(jwt, jwks, nowEpochMs)),
    expired: !(typeof claims?.exp === 'number' && claims.exp * 1000 > nowEpochMs),
    denied: lookups.denied(subject, token.n),
    issued: token.subject === subject && lookups.issued(subject, token.n),
    subjectExists: lookups.subjectExists(subject),
    overLimit: lookups.overLimit(source, subject, token.n),
    blocked: lookups.blocked(source),
  };
  return { access, claims, subject };
}

/** A token whose only fault is its age is signed all the same. */
async function signed(jwt: string, jwks: TrainingJwks, nowEpochMs: number): Promise<boolean> {
  try {
    await verify(jwt, jwks, nowEpochMs);
    return true;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return true;
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function wholeNumber(text: unknown): number {
  return typeof text === 'string' && /^\d{1,16}$/.test(text) ? Number(text) : 0;
}
