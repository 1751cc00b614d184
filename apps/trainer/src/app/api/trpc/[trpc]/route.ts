import { createContext } from '@/server/context.ts';
import { logFailure } from '@/server/log.ts';
import { native } from '@/server/native.ts';
import { isSameSite } from '@/server/same-site.ts';

async function handler(request: Request): Promise<Response> {
  if (!isSameSite(request)) return new Response(null, { status: 403 });
  const [{ appRouter }, { fetchRequestHandler }] = await Promise.all([
    native.router(),
    native.trpcFetch(),
  ]);
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    // Questions that carry a whole rule come by POST.
    allowMethodOverride: true,
    createContext: () => createContext(request),
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR')
        logFailure(`procedure ${path ?? '?'}`, error.cause ?? error);
    },
  });
}

export { handler as GET, handler as POST };
