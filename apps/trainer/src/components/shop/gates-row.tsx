'use client';

import { useQuery } from '@tanstack/react-query';
import type { GateView } from '@dwell/simulator/router';
import { formatCompact } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { classNames } from '../ui/class-names.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** The gateway's checks as the row of gates a request walks through; those that are on are lit. */
export function GatesRow() {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId, clock } = useRun();
  const gates = useQuery(
    trpc.shop.gates.queryOptions(
      { runId },
      { refetchInterval: clock.state === 'playing' ? 3000 : false },
    ),
  );
  return (
    <Panel title={text.shop.gates}>
      {gates.isError && <ErrorState error={gates.error} onRetry={() => void gates.refetch()} />}
      {gates.isPending && <Skeleton className="h-16" />}
      <ol className="m-0 grid list-none grid-cols-8 gap-y-3 p-0 max-xl:grid-cols-4">
        {((gates.data ?? []) as readonly GateView[]).map((gate, at) => (
          <Gate key={gate.check} gate={gate} first={at === 0} />
        ))}
      </ol>
    </Panel>
  );
}

function Gate({ gate, first }: { gate: GateView; first: boolean }) {
  const { text, language } = useReading();
  return (
    <li className="flex min-w-0 items-center">
      {!first && (
        <span
          aria-hidden="true"
          className={classNames(
            'w-3 shrink-0 border-t border-line-strong',
            !gate.on && 'border-dashed',
          )}
        />
      )}
      <div
        className={classNames(
          'flex h-full min-w-0 flex-1 flex-col gap-1 rounded-md border px-3 py-2',
          gate.on ? 'border-line-strong' : 'border-dashed border-line',
        )}
      >
        <span
          aria-hidden="true"
          className={classNames('h-1 w-full rounded-full', gate.on ? 'bg-good' : 'bg-surface-3')}
        />
        <span
          className={classNames('truncate text-13', gate.on ? 'text-ink-1' : 'text-ink-3')}
          title={text.world.checks[gate.check] ?? gate.check}
        >
          {text.world.checks[gate.check] ?? gate.check}
        </span>
        <span className="text-12 text-ink-3">{gate.on ? text.shop.gateOn : text.shop.gateOff}</span>
        <span className="text-12 text-ink-2">
          {gate.refusedLastHour > 0 &&
            text.shop.gateRefused(formatCompact(language, gate.refusedLastHour))}
        </span>
      </div>
    </li>
  );
}
