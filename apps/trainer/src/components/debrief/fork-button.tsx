'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { SimTime } from '@dwell/core/time';
import { formatSimTime } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { useBoard } from './board.tsx';

/** Play on from the line: a run of one's own, the exercise stays as it is. */
export function ForkButton({ at }: { at: SimTime }) {
  const { text, language } = useReading();
  const { view } = useDebrief();
  const { debrief } = useBoard();
  const [asked, setAsked] = useState(false);
  const fork = useFork();
  const words = text.debrief.now;
  // A run of one's own is an instructor's.
  if (view.trainee) return null;
  return (
    <>
      <Button onClick={() => setAsked(true)}>
        <Icon name="fork" />
        {words.fork}
      </Button>
      {asked && (
        <Confirm
          title={words.forkTitle(formatSimTime(language, debrief.history.calendar, at))}
          act={words.forkAct}
          cancel={text.common.cancel}
          busy={fork.isPending}
          onAct={() => fork.start(at)}
          onCancel={() => {
            setAsked(false);
            fork.reset();
          }}
        >
          {words.forkText}
          {fork.error !== null && <ErrorState error={fork.error} />}
        </Confirm>
      )}
    </>
  );
}

function useFork() {
  const trpc = useTRPC();
  const router = useRouter();
  const { exerciseId, view } = useDebrief();
  const { mutate, isPending, error, reset } = useMutation(
    trpc.debrief.fork.mutationOptions({ onSuccess: ({ runId }) => router.push(`/runs/${runId}`) }),
  );
  return {
    ...{ isPending, error, reset },
    start: (at: SimTime) => mutate({ exerciseId, team: view.team.id, at }),
  };
}
