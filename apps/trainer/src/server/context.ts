import type { RouterContext, Viewer } from '@dwell/simulator/router';
import { addressOf } from './address.ts';
import { server } from './boot.ts';
import type { Limits } from './limits.ts';
import { log } from './log.ts';
import { userOf } from './user.ts';

/** What every procedure gets: who asks, the one service of this process, and what is counted of them. */
export async function createContext(request: Request): Promise<RouterContext> {
  const [{ service, limits }, user] = await Promise.all([server(), userOf(request.headers)]);
  return { user, service, ...guards(limits, addressOf(request.headers)) };
}

/** Keeps people of exercises, and who is not one yet, within bounds; says in the log who tried more. */
export function guards(
  limits: Limits,
  address: string,
): Required<Pick<RouterContext, 'denied' | 'throttle' | 'knock'>> {
  return {
    denied: (denied) => {
      if (limits.denials.take(denied.person)) log().warn({ ...denied, address }, 'denied');
    },
    throttle: ({ id, seat }: Viewer) => seat === undefined || limits.commands.take(id),
    knock: {
      may: () => limits.knocks.may(address),
      right: () => limits.knocks.right(address),
      missed: () => limits.knocks.missed(address),
    },
  };
}
