import {
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCLink,
} from '@trpc/client';
import type { AppRouter } from '@dwell/simulator/router';

const url = '/api/trpc';

/** Questions that carry a whole rule or query: too long for an address, and each takes its own time. */
const LONG = /^(rule\.(check|preview|backtest|fromHunt)|hunt\.(search|histogram|facets|sql))$/;

/**
 * Queries and mutations are batched, but for long ones, which are posted one by one; subscriptions
 * are server-sent events, one stream each.
 */
export function links(): TRPCLink<AppRouter>[] {
  return [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: splitLink({
        condition: (operation) => operation.type === 'query' && LONG.test(operation.path),
        true: httpLink({ url, methodOverride: 'POST' }),
        false: httpBatchLink({ url, maxURLLength: 10_000 }),
      }),
    }),
  ];
}
