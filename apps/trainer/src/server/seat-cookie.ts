import { publicUrl } from './public-url.ts';

/** Name of the cookie that holds a guest's session. */
const SEAT_COOKIE = 'dwell-seat';
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/** The session's token in a request's cookies; null when there is none that could be one. */
export function seatToken(headers: Headers): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [name, value = ''] = part.trim().split('=');
    if (name === SEAT_COOKIE && TOKEN.test(value)) return value;
  }
  return null;
}

/** A `set-cookie` value: not for scripts, not from other sites, gone with the session. */
export function seatCookie(token: string, hours: number): string {
  const secure = publicUrl().startsWith('https:') ? '; Secure' : '';
  return `${SEAT_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${hours * 3_600}${secure}`;
}
