'use client';

import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '@dwell/simulator/router';

/**
 * `const trpc = useTRPC()` in a component, then `useQuery(trpc.run.list.queryOptions())`,
 * `useMutation(trpc.run.create.mutationOptions())` or
 * `useSubscription(trpc.run.live.subscriptionOptions({ runId }))`.
 */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
