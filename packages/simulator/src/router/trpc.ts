import { badInput } from '@dwell/core';
import { initTRPC, TRPCError } from '@trpc/server';
import type { SimulatorService, Viewer } from '../host/service.ts';
import { errorView, toTrpcError } from './errors.ts';
import { admitted, type Denied } from './membership.ts';

/** What the door makes for every request: who asks, and the one service of this process. */
export type RouterContext = {
  user: Viewer | null;
  service: SimulatorService;
  /** Told of everybody who asks for what is not theirs. */
  denied?: (denied: Denied) => void;
  /** Asked before a seat changes something; false: it does too much at once. */
  throttle?: (viewer: Viewer) => boolean;
  /** Who looks things up without being anybody yet: may they try, were they right or did they miss? */
  knock?: { may(): boolean; right(): void; missed(): Promise<void> };
};

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

/** The error of somebody who asks too often. */
function tooMany(where: string): TRPCError {
  return toTrpcError(
    badInput('TOO_MANY', 'too many tries in a short time', where, 'wait a minute and try again'),
  );
}

/** A procedure for somebody at the door, not signed in: who guesses is slowed down, then stopped. */
export const atTheDoor = t.procedure.use(async ({ ctx, next, path }) => {
  if (ctx.knock?.may() === false) throw tooMany(path);
  const result = await next();
  if (result.ok) {
    ctx.knock?.right();
    return result;
  }
  await ctx.knock?.missed();
  throw toTrpcError(result.error);
});

/**
 * A procedure for signed-in people: for instructors, and for seats as `PROCEDURE_NEEDS` says, with
 * the sight of their seat. Errors of ours reach the client as `{code, what, where, todo}`.
 */
export const signedIn = t.procedure.use(async ({ ctx, next, path, type, getRawInput }) => {
  const { user, service } = ctx;
  if (!user) {
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'You are not signed in' });
  }
  const input = await getRawInput();
  const work = async () => {
    if (type === 'mutation' && ctx.throttle?.(user) === false) throw tooMany(path);
    const viewer = await admitted({ user, service, path, input });
    const result = await next({ ctx: { ...ctx, user: viewer } });
    if (!result.ok) throw result.error;
    return result;
  };
  try {
    return await work();
  } catch (error) {
    const refused = toTrpcError(error);
    if (refused.code === 'FORBIDDEN') ctx.denied?.(deniedOf(user, path, input));
    throw refused;
  }
});

function deniedOf(user: Viewer, path: string, input: unknown): Denied {
  const runId = (input as { runId?: unknown } | null | undefined)?.runId;
  return {
    person: user.id,
    exerciseId: user.seat?.exerciseId ?? null,
    path,
    runId: typeof runId === 'string' ? runId.slice(0, 64) : null,
  };
}

/** A procedure that only instructors may call: making, driving and removing runs. */
export const instructorOnly = signedIn.use(({ ctx, next }) => {
  if (ctx.user.role !== 'instructor') {
    throw toTrpcError(
      badInput('NOT_ALLOWED', 'only an instructor may do this', 'run', 'ask the instructor'),
    );
  }
  return next();
});
