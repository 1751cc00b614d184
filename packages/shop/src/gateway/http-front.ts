import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Calendar, SimTime } from '@dwell/core';
import type { Ipv4 } from '../network/ipv4.ts';
import type { PopulationKey } from '../population/population-key.ts';
import { PRINCIPAL_BASE } from '../tokens/token-uid.ts';
import type { TrainingJwks } from '../tokens/training-key.ts';
import { accessFromJwt, type Lookups } from './access-from-jwt.ts';
import type { Controls } from './controls.ts';
import { decide } from './decide.ts';
import { pageOf } from './page.ts';
import { routeOf } from './routes.ts';

/** What the front depends on, asked anew for every request so that controls take effect at once. */
export type FrontState = {
  readonly key: PopulationKey;
  readonly calendar: Calendar;
  readonly now: () => SimTime;
  readonly jwks: () => TrainingJwks;
  readonly controls: () => Controls;
  readonly lookups: Lookups;
  /** Which simulated address a request comes from. */
  readonly sourceOf: (request: IncomingMessage) => Ipv4;
};

/**
 * The shop's API as a real HTTP handler for `node:http`: bearer token in, the same `decide` as in
 * the virtual world, then the application's page. Refusals name the check. The application lets a
 * member see only its own pages, which a forged token satisfies; principals may see any member's.
 */
export function httpFront(state: FrontState): RequestListener {
  return (request, response) => {
    answer(state, request).then(
      (reply) => send(response, reply),
      () => send(response, { status: 500, body: { error: 'server_error' } }),
    );
  };
}

type Reply = { readonly status: number; readonly body: object };

async function answer(state: FrontState, request: IncomingMessage): Promise<Reply> {
  const route = routeOf(request.url ?? '');
  if (!route) return { status: 404, body: { error: 'no_such_page' } };
  if (request.method !== 'GET') return { status: 405, body: { error: 'only_get' } };
  const now = state.now();
  const { access, subject } = await accessFromJwt(bearer(request), {
    jwks: state.jwks(),
    nowEpochMs: state.calendar.startMs + now,
    source: state.sourceOf(request),
    lookups: state.lookups,
  });
  const decision = decide(access, state.controls());
  if (!decision.allowed)
    return { status: decision.status, body: { error: 'refused', check: decision.check } };
  if (decision.status === 404) return { status: 404, body: { error: 'no_such_subject' } };
  if (subject !== route.number && subject <= PRINCIPAL_BASE)
    return { status: 403, body: { error: 'not_yours' } };
  const page = pageOf(state.key, route, now);
  return page ? { status: 200, body: page } : { status: 404, body: { error: 'not_found' } };
}

/** The token of `Authorization: Bearer …`; empty when there is none. */
function bearer(request: IncomingMessage): string {
  return /^Bearer ([A-Za-z0-9._~+/=-]+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}),
  });
  response.end(JSON.stringify(body));
}
