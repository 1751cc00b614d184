import { MINUTE_MS, type Calendar } from '@dwell/core';
import { tokenIssuedAt, tokenUid } from './token-uid.ts';

/** Issuer and audience of every access token of the shop. */
export const ISSUER = 'https://login.shop.example';
export const AUDIENCE = 'https://api.shop.example';

/** Claims of an access token (RFC 9068 §2.2). Times are epoch seconds. */
export type AccessClaims = {
  readonly iss: string;
  readonly aud: string;
  /** Subject number in decimal. */
  readonly sub: string;
  readonly client_id: string;
  readonly iat: number;
  readonly exp: number;
  /** `token_uid` in decimal. */
  readonly jti: string;
  readonly scope: string;
};

/**
 * Claims of token n of a subject, as the issuer writes them. A forger may set anything: pass
 * the changed members in `changes`.
 */
export function accessClaims(
  token: { subject: number; n: number; lifeMinutes: number; calendar: Calendar; clientId?: string },
  changes: Partial<AccessClaims> = {},
): AccessClaims {
  const iat = Math.floor((token.calendar.startMs + tokenIssuedAt(token.n)) / 1000);
  return {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: String(token.subject),
    client_id: token.clientId ?? 'shop-app',
    iat,
    exp: iat + (token.lifeMinutes * MINUTE_MS) / 1000,
    jti: String(tokenUid(token.subject, token.n)),
    scope: 'member:read orders:read',
    ...changes,
  };
}
