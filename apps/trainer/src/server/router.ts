import { initTRPC } from '@trpc/server';
import type { RequestContext } from './context.ts';

const t = initTRPC.context<RequestContext>().create();

export const appRouter = t.router({
  whoami: t.procedure.query(({ ctx }) => ctx.user),
});

export type AppRouter = typeof appRouter;
