import type { RouterContext } from '@dwell/simulator/router';
import { server } from './boot.ts';
import { userOf } from './user.ts';

/** What every procedure gets: who asks, and the one service of this process. */
export async function createContext(request: Request): Promise<RouterContext> {
  const [{ service }, user] = await Promise.all([server(), userOf(request.headers)]);
  return { user, service };
}
