import { server } from './boot.ts';
import type { JoinParts } from './join.ts';

/** What the doors for guests need of this process's server. */
export async function doorParts(): Promise<JoinParts> {
  const { auth, guests, limits, service } = await server();
  return {
    guests,
    limits,
    exercises: service.exercises,
    hasAccount: async (headers) => (await auth.api.getSession({ headers })) !== null,
  };
}
