'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient } from '@trpc/client';
import { useState, type ReactNode } from 'react';
import type { AppRouter } from '@dwell/simulator/router';
import { TRPCProvider } from './client.ts';
import { links } from './links.ts';
import { makeQueryClient } from './query-client.ts';

/** Mount once in the root layout: query cache and tRPC client for everything below. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(() => createTRPCClient<AppRouter>({ links: links() }));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
