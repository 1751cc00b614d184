'use client';

import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import type {
  AlertRow,
  BuildView,
  ClockView,
  LiveMessage,
  RunEvent,
  RunRow,
} from '@dwell/simulator/router';
import { mergeAlerts } from '@/components/alerts/queue.ts';
import { useTRPC } from '@/trpc/client.ts';
import { mergeEvents } from './merge-events.ts';
import { type MergedHours, mergeHours } from './merge-hours.ts';
import { type HeldClock, holdClock as hold, isOvertaken } from './sim-now.ts';

type Live = {
  runId: string;
  run: RunRow;
  clock: HeldClock;
  build: BuildView;
  connected: boolean;
  /** Takes over a clock that a command answered with, before the stream repeats it. */
  holdClock: (clock: ClockView) => void;
};

const LiveContext = createContext<Live | null>(null);

type Props = {
  runId: string;
  waiting: ReactNode;
  failed: (error: unknown, again: () => void) => ReactNode;
  children: ReactNode;
};

/** One stream a run: its messages go into the query cache, its clock to whoever shows time. */
export function RunProvider({ runId, waiting, failed, children }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const row = useQuery(trpc.run.get.queryOptions({ runId }));
  const [held, setHeld] = useState<HeldClock | null>(null);
  const [build, setBuild] = useState<BuildView | null>(null);
  const startAt = row.data?.startAt ?? 0;
  const holdClock = useCallback(
    (clock: ClockView) => {
      const answer = hold(clock, startAt, performance.now());
      setHeld((old) => (isOvertaken(answer, old) ? old : answer));
    },
    [startAt],
  );

  const onData = useCallback(
    ({ data }: { data: LiveMessage }) => {
      switch (data.kind) {
        case 'clock':
          setHeld(hold(data.clock, startAt, performance.now()));
          return;
        case 'build':
          setBuild(data.build);
          if (data.build.state !== 'running') {
            // The world stands only now: whatever was refused or empty before is asked for anew.
            for (const key of [
              trpc.hunt.pathKey(),
              trpc.run.pathKey(),
              trpc.response.pathKey(),
              trpc.shop.pathKey(),
              trpc.rule.pathKey(),
              trpc.alert.pathKey(),
            ]) {
              void queryClient.invalidateQueries({ queryKey: key });
            }
          }
          return;
        case 'hours':
          queryClient.setQueriesData<MergedHours>(
            {
              queryKey: trpc.run.hours.pathKey(),
              predicate: (query) => inputOf(query.queryKey)?.runId === runId,
            },
            (view) => view && mergeHours(view, data.hours),
          );
          return;
        case 'events':
          queryClient.setQueryData(trpc.run.events.queryKey({ runId }), (known) =>
            known ? ([...mergeEvents(known, data.events)] as RunEvent[]) : known,
          );
          // What starts or meets a legal clock shows at once, on every screen.
          if (data.events.some((event) => /^(incident|report|notice|alert)\./.test(event.kind)))
            void queryClient.invalidateQueries({
              queryKey: trpc.run.situation.queryKey({ runId }),
            });
          return;
        case 'responses':
          queryClient.setQueryData(trpc.run.situation.queryKey({ runId }), (old) =>
            old ? { ...old, responses: [...data.responses] } : old,
          );
          void queryClient.invalidateQueries({ queryKey: trpc.run.situation.queryKey({ runId }) });
          void queryClient.invalidateQueries({
            queryKey: trpc.response.catalogue.queryKey({ runId }),
          });
          void queryClient.invalidateQueries({ queryKey: trpc.shop.pathKey() });
          void queryClient.invalidateQueries({ queryKey: trpc.rule.list.queryKey({ runId }) });
          return;
        case 'alerts':
          queryClient.setQueryData(
            trpc.alert.list.queryKey({ runId }),
            (known) =>
              known &&
              ([...(data.reset ? data.alerts : mergeAlerts(known, data.alerts))] as AlertRow[]),
          );
          // Their counts stand beside the rules too.
          void queryClient.invalidateQueries({ queryKey: trpc.rule.list.queryKey({ runId }) });
      }
    },
    [queryClient, trpc, runId, startAt],
  );
  const stream = useSubscription(
    trpc.run.live.subscriptionOptions({ runId }, { enabled: row.isSuccess, onData }),
  );

  const live = useMemo<Live | null>(
    () =>
      row.data
        ? {
            runId,
            run: row.data,
            clock: held ?? hold(row.data.clock, startAt, performance.now()),
            build: build ?? row.data.build,
            connected: stream.status === 'pending',
            holdClock,
          }
        : null,
    [row.data, runId, startAt, held, build, stream.status, holdClock],
  );
  if (row.isError) return failed(row.error, () => void row.refetch());
  if (!live) return waiting;
  return <LiveContext value={live}>{children}</LiveContext>;
}

function inputOf(queryKey: readonly unknown[]): { runId?: string } | undefined {
  return (queryKey[1] as { input?: { runId?: string } } | undefined)?.input;
}

/** The run on screen with its clock and build, as the stream last told. */
export function useRun(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error('useRun needs a RunProvider above it');
  return live;
}
