'use client';

import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import type { ControlAct, Desk, RoomAct } from '@dwell/simulator/router';
import { useToast } from '@/components/ui/toast.tsx';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { errorParts } from './error-parts.ts';
import { useViewer } from './viewer.tsx';

type Live = {
  exerciseId: string;
  desk: Desk;
  /** Does the desk's stream stand? */
  connected: boolean;
  /** Evaluators see everything and write notes; only who leads may act. */
  mayControl: boolean;
};

const DeskContext = createContext<Live | null>(null);

type Props = {
  exerciseId: string;
  waiting: ReactNode;
  failed: (error: unknown, again: () => void) => ReactNode;
  children: ReactNode;
};

/** The facilitator's view of one exercise, kept up to date by its stream. */
export function DeskProvider({ exerciseId, waiting, failed, children }: Props) {
  const trpc = useTRPC();
  const first = useQuery(trpc.exercise.desk.queryOptions({ exerciseId }, { staleTime: Infinity }));
  const [told, setTold] = useState<Desk | null>(null);
  const stream = useSubscription(
    trpc.exercise.deskLive.subscriptionOptions(
      { exerciseId },
      { enabled: first.isSuccess, onData: ({ data }) => setTold(data) },
    ),
  );
  const desk = told ?? first.data ?? null;
  const connected = stream.status === 'pending';
  const viewer = useViewer();
  const mayControl =
    viewer.role === 'instructor' ||
    desk?.people.find((person) => person.id === viewer.id)?.kind === 'facilitator';
  const live = useMemo<Live | null>(
    () => desk && { exerciseId, desk, connected, mayControl },
    [exerciseId, desk, connected, mayControl],
  );
  if (first.isError) return failed(first.error, () => void first.refetch());
  if (!live) return waiting;
  return <DeskContext value={live}>{children}</DeskContext>;
}

/** The exercise on the desk as last told. */
export function useDesk(): Live {
  const live = use(DeskContext);
  if (!live) throw new Error('useDesk needs a DeskProvider above it');
  return live;
}

/** What a facilitator does; failures are told in a toast. */
export function useDeskActs() {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { text, language } = useReading();
  const { exerciseId } = useDesk();
  const onError = (error: unknown) => {
    const { what, todo } = errorParts(error, text, language);
    toast({ severity: 'severe', text: `${what}. ${todo}` });
  };
  const room = useMutation(trpc.exercise.act.mutationOptions({ onError }));
  const clockAct = useMutation(trpc.exercise.clock.mutationOptions({ onError }));
  const controlAct = useMutation(trpc.exercise.control.mutationOptions({ onError }));
  const back = useMutation(trpc.exercise.rewind.mutationOptions({ onError }));
  const again = useMutation(trpc.exercise.reset.mutationOptions({ onError }));
  const { mutateAsync: sendRoom } = room;
  const { mutate: sendClock } = clockAct;
  const { mutateAsync: sendControl } = controlAct;
  const act = useCallback(
    (what: RoomAct) =>
      sendRoom({ exerciseId, act: what }).then(
        () => {
          void queryClient.invalidateQueries({ queryKey: trpc.exercise.list.queryKey() });
          return true;
        },
        () => false,
      ),
    [sendRoom, exerciseId, queryClient, trpc],
  );
  type ControlAsk = Parameters<typeof sendControl>[0]['act'];
  const control = useCallback(
    (team: string, what: ControlAct) =>
      // Roles are plain text in the log; the door takes those it knows.
      sendControl({ exerciseId, team, act: what as ControlAsk }).then(
        () => true,
        () => false,
      ),
    [sendControl, exerciseId],
  );
  type ClockAsk = Parameters<typeof sendClock>[0]['request'];
  const clock = useCallback(
    (request: ClockAsk) => sendClock({ exerciseId, request }),
    [sendClock, exerciseId],
  );
  return {
    act,
    control,
    clock,
    rewind: (team: string, at: number) => back.mutateAsync({ exerciseId, team, at }),
    reset: () => again.mutateAsync({ exerciseId }),
    busy:
      room.isPending ||
      clockAct.isPending ||
      controlAct.isPending ||
      back.isPending ||
      again.isPending,
  };
}
