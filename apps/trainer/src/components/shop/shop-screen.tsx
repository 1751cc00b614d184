'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import type { StaffCard } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useMaySee } from '@/exercise/use-may-see.ts';
import { useRun } from '@/live/run-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useTRPC } from '@/trpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { CustomerDrawer } from './customer-drawer.tsx';
import { Customers } from './customers.tsx';
import { GatesRow } from './gates-row.tsx';
import { Health } from './health.tsx';
import { KeysTable } from './keys-table.tsx';
import { People } from './people.tsx';

/** The fake shop itself. */
export function ShopScreen() {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId } = useRun();
  const member = Number(useSearchParams().get('member') ?? 0);
  const sees = {
    staff: useMaySee('staff'),
    keys: useMaySee('keys'),
    gateway: useMaySee('gateway'),
    customers: useMaySee('customers'),
  };
  const staff = useQuery(trpc.shop.organisation.queryOptions({ runId }, { enabled: sees.staff }));
  const people = (staff.data ?? []) as readonly StaffCard[];
  const close = useCallback(() => setSearchParams({ member: null }), []);
  return (
    <div className="flex flex-col gap-3 p-4">
      <h2 className="m-0 text-20 font-semibold">{text.shop.title}</h2>
      <Health />
      {sees.gateway && <GatesRow />}
      {sees.keys && <KeysTable staff={people} />}
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(300px,1fr)] items-start gap-3 max-xl:grid-cols-1">
        {sees.customers && <Customers runId={runId} />}
        {!sees.staff ? null : staff.isError ? (
          <ErrorState error={staff.error} onRetry={() => void staff.refetch()} />
        ) : (
          <People staff={people} />
        )}
      </div>
      {Number.isInteger(member) && member > 0 && (
        <CustomerDrawer key={member} number={member} onClose={close} />
      )}
    </div>
  );
}
