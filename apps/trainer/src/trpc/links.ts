import { httpBatchLink, httpSubscriptionLink, splitLink, type TRPCLink } from '@trpc/client';
import type { AppRouter } from '@dwell/simulator/router';

const url = '/api/trpc';

/** Queries and mutations are batched; subscriptions are server-sent events, one stream each. */
export function links(): TRPCLink<AppRouter>[] {
  return [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: httpBatchLink({ url, maxURLLength: 10_000 }),
    }),
  ];
}
