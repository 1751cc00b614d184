import { addressOf } from './address.ts';
import type { JoinParts } from './join.ts';
import { isSameSite } from './same-site.ts';
import { seatCookie } from './seat-cookie.ts';
import { seatPage, seatRefused } from './seat-page.ts';
import { smallBody } from './small-body.ts';

const BODY_BYTES_MAX = 1_024;
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

type SeatParts = Pick<JoinParts, 'guests' | 'limits' | 'hasAccount'>;

const tooMany = () =>
  seatRefused(
    429,
    'Too many tries from this address. Wait a minute.',
    '시도가 너무 많습니다. 1분 뒤에 다시 하세요.',
  );

/** The link has been used, has ended, or never was. */
async function noLink({ limits }: SeatParts, address: string): Promise<Response> {
  await limits.knocks.missed(address);
  return seatRefused(
    410,
    'This link has been used or has expired. Ask the instructor for a new one.',
    '이미 쓴 링크이거나 기한이 지났습니다. 강사에게 새 링크를 받으세요.',
  );
}

/** `GET /api/seat?token=…`: the page that a seat link opens. It uses nothing up. */
export async function showSeat(parts: SeatParts, request: Request): Promise<Response> {
  const address = addressOf(request.headers);
  if (!parts.limits.knocks.may(address)) return tooMany();
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const guest = TOKEN.test(token) ? await parts.guests.readLink(token) : null;
  if (!guest) return noLink(parts, address);
  parts.limits.knocks.right(address);
  return seatPage(guest.name, token);
}

/** `POST /api/seat` with the form's token: a new session, once, then on to the seat. */
export async function takeSeat(parts: SeatParts, request: Request): Promise<Response> {
  if (!isSameSite(request)) return new Response(null, { status: 403 });
  const body = await smallBody(request, BODY_BYTES_MAX);
  const token = new URLSearchParams(body ?? '').get('token') ?? '';
  if (await parts.hasAccount(request.headers)) {
    return seatRefused(
      409,
      'An instructor is signed in in this browser. Open the link in a private window.',
      '이 브라우저에는 강사가 로그인되어 있습니다. 시크릿 창에서 링크를 여세요.',
    );
  }
  const address = addressOf(request.headers);
  if (!parts.limits.knocks.may(address)) return tooMany();
  const session = TOKEN.test(token) ? await parts.guests.useLink(token) : null;
  if (!session) return noLink(parts, address);
  parts.limits.knocks.right(address);
  return new Response(null, {
    status: 303,
    headers: {
      location: `/seat/${encodeURIComponent(session.exerciseId)}`,
      'set-cookie': seatCookie(session.token, parts.guests.hours),
      'cache-control': 'no-store',
    },
  });
}
