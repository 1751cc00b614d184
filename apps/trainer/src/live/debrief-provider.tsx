'use client';

import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import type { DebriefAct, DebriefView } from '@dwell/simulator/router';
import { useToast } from '@/components/ui/toast.tsx';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { errorParts } from './error-parts.ts';

type Live = {
  exerciseId: string;
  view: DebriefView;
  /** Does the stream stand? */
  connected: boolean;
};

const DebriefContext = createContext<Live | null>(null);

type Props = {
  exerciseId: string;
  /** Null: the first team, or the viewer's own. */
  team: string | null;
  waiting: ReactNode;
  failed: (error: unknown, again: () => void) => ReactNode;
  children: ReactNode;
};

/** The debrief of one team, kept up to date by its stream. */
export function DebriefProvider({ exerciseId, team, waiting, failed, children }: Props) {
  const trpc = useTRPC();
  const [view, setView] = useState<DebriefView | null>(null);
  const stream = useSubscription(
    trpc.debrief.live.subscriptionOptions(
      { exerciseId, team },
      { onData: ({ data }) => setView(data) },
    ),
  );
  const connected = stream.status === 'pending';
  const live = useMemo<Live | null>(
    () => view && { exerciseId, view, connected },
    [exerciseId, view, connected],
  );
  if (!live && stream.status === 'error') return failed(stream.error, stream.reset);
  if (!live) return waiting;
  return <DebriefContext value={live}>{children}</DebriefContext>;
}

/** The debrief on screen as last told. */
export function useDebrief(): Live {
  const live = use(DebriefContext);
  if (!live) throw new Error('useDebrief needs a DebriefProvider above it');
  return live;
}

/** What people write into a debrief; failures are told in a toast. */
export function useDebriefActs(exerciseId: string) {
  const trpc = useTRPC();
  const toast = useToast();
  const { text, language } = useReading();
  const { mutateAsync, isPending } = useMutation(
    trpc.debrief.act.mutationOptions({
      onError: (error: unknown) => {
        const { what, todo } = errorParts(error, text, language);
        toast({ severity: 'severe', text: `${what}. ${todo}` });
      },
    }),
  );
  const act = useCallback(
    (what: DebriefAct) =>
      mutateAsync({ exerciseId, act: what }).then(
        () => true,
        () => false,
      ),
    [mutateAsync, exerciseId],
  );
  return { act, busy: isPending };
}
