'use client';

import { useMutation } from '@tanstack/react-query';
import type { ConsoleSections } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';

/** One test message to be acknowledged, so that everybody's screen is known to work. */
export function CommsCheck({ room }: { room: ConsoleSections['room'] }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const ready = useMutation(trpc.exercise.sit.mutationOptions());
  const words = text.waiting;
  const done = room.me.ready || ready.isSuccess;
  return (
    <Panel
      title={words.comms}
      aside={
        <Badge severity={done ? 'good' : 'attention'}>
          {done ? text.lobby.commsDone : text.lobby.commsOpen}
        </Badge>
      }
    >
      <article className="rounded-md border border-line bg-surface-3 p-4">
        <p className="m-0 text-12 text-ink-3">
          {text.world.choices['mail']}, {words.commsFrom}
        </p>
        <h3 className="m-0 mt-1 text-14 font-medium">{words.commsSubject}</h3>
        <p className="mt-2 mb-3 max-w-[64ch] text-13 text-ink-2">{words.commsBody}</p>
        {done ? (
          <p role="status" className="m-0 text-13 text-good">
            {words.commsDone}
          </p>
        ) : (
          <Button
            kind="primary"
            disabled={ready.isPending}
            onClick={() => ready.mutate({ exerciseId: room.exerciseId, act: { do: 'ready' } })}
          >
            {words.commsAct}
          </Button>
        )}
      </article>
      {ready.isError && <ErrorState error={ready.error} />}
    </Panel>
  );
}
