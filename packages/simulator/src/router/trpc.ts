import { badInput } from '@dwell/core';
import { initTRPC, TRPCError } from '@trpc/server';
import type { SimulatorService, Viewer } from '../host/service.ts';
import { errorView, toTrpcError } from './errors.ts';

/** What the door makes for every request: who asks, and the one service of this process. */
export type RouterContext = { user: Viewer | null; service: SimulatorService };

export const t = initTRPC.context<RouterContext>().create({
  sse: {
    ping: { enabled: true, intervalMs: 5_000 },
    client: { reconnectAfterInactivityMs: 20_000 },
  },
  errorFormatter({ shape, error }) {
    const view = errorView(error);
    const { stack: _stack, ...data } = shape.data;
    return { ...shape, message: view.what, data: { ...data, dwell: view } };
  },
});

/** A procedure for signed-in people; errors of ours reach the client as `{code, what, where, todo}`. */
export const signedIn = t.procedure.use(async ({ ctx, next }) => {
  if (!ctx.user) {
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'You are not signed in' });
  }
  const result = await next({ ctx: { ...ctx, user: ctx.user } });
  if (!result.ok) throw toTrpcError(result.error);
  return result;
});

/** A procedure that only instructors may call: making, driving and removing runs. */
export const instructorOnly = signedIn.use(({ ctx, next }) => {
  if (ctx.user.role !== 'instructor') {
    throw toTrpcError(
      badInput('NOT_ALLOWED', 'only an instructor may do this', 'run', 'ask the instructor'),
    );
  }
  return next();
});
