import { DAY_MS, draw32, streamKey, type SimTime } from '@dwell/core';

/** Life of a refresh token (FACTS §4). */
export const REFRESH_LIFE_MS = 30 * DAY_MS;

/**
 * A session kept alive by opaque refresh tokens, rotated at every use. `rotation` counts the uses;
 * only the newest token is good. Plain and serialisable.
 */
export type RefreshSession = {
  readonly subject: number;
  /** Which session of the subject, 0, 1, … */
  readonly session: number;
  readonly rotation: number;
  readonly expiresAt: SimTime;
  readonly revoked: boolean;
};

export type RefreshOutcome = 'renewed' | 'expired' | 'revoked' | 'reused';

/** A new session after a login. */
export function openSession(subject: number, session: number, now: SimTime): RefreshSession {
  return { subject, session, rotation: 0, expiresAt: now + REFRESH_LIFE_MS, revoked: false };
}

/** The opaque text of a session's token; a function of the seed, so it needs no store. */
export function refreshToken(
  seed: number,
  { subject, session }: RefreshSession,
  rotation: number,
): string {
  const key = streamKey(seed, `refresh.${session}.${rotation}`);
  const part = (k: number) => draw32(key, subject, k).toString(36).padStart(7, '0');
  return `training-rt-${part(0)}${part(1)}${part(2)}`;
}

/**
 * Presents the token of a rotation. The newest renews for another 30 days; an older one was used
 * before, and as the grace for reuse is 0 s the whole session is revoked (RFC 9700 §4.14.2).
 */
export function useRefreshToken(
  session: RefreshSession,
  rotation: number,
  now: SimTime,
): { readonly session: RefreshSession; readonly outcome: RefreshOutcome } {
  if (session.revoked) return { session, outcome: 'revoked' };
  if (rotation !== session.rotation)
    return { session: { ...session, revoked: true }, outcome: 'reused' };
  if (now >= session.expiresAt) return { session, outcome: 'expired' };
  const renewed = { ...session, rotation: rotation + 1, expiresAt: now + REFRESH_LIFE_MS };
  return { session: renewed, outcome: 'renewed' };
}
