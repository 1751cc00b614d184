import type { AppRouter } from '@dwell/simulator/router';
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';

/** The trainer's API, typed. */
export type Api = TRPCClient<AppRouter>;

type Cookie = { name: string; value: string };

/** A client that is signed in as the browser with these cookies. */
export function apiOf(origin: string, cookies: readonly Cookie[]): Api {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/api/trpc`, headers: { cookie } })],
  });
}
