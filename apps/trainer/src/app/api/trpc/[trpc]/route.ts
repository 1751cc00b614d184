import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { createContext } from '@/server/context.ts';
import { appRouter } from '@/server/router.ts';

function handler(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => createContext(request),
  });
}

export { handler as GET, handler as POST };
