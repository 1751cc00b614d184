'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import type { ConsoleSections } from '@dwell/simulator/router';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Job } from '../ui/job.tsx';

/** Whoever plays alone is also who starts, as soon as the world behind it stands. */
export function StartAlone({ room }: { room: ConsoleSections['room'] }) {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const list = useQuery(trpc.exercise.list.queryOptions(undefined, { refetchInterval: 1000 }));
  const build = list.data?.find((row) => row.id === room.exerciseId)?.build;
  const start = useMutation(trpc.exercise.act.mutationOptions());
  const ready = build?.state === 'ready';
  return (
    <div className="flex max-w-[560px] flex-col items-start gap-3">
      <div className="flex items-center gap-4">
        <Button
          kind="primary"
          className="h-10! px-6! text-14!"
          disabled={!ready || start.isPending}
          onClick={() => start.mutate({ exerciseId: room.exerciseId, act: { do: 'start' } })}
        >
          {text.waiting.startAlone}
        </Button>
        <span className="text-13 text-ink-2">{text.waiting.startAloneNote}</span>
      </div>
      {build && !ready && (
        <div className="w-full">
          <Job
            title={text.waiting.building}
            share={build.progress}
            tone="past"
            left={
              build.secondsLeft === null
                ? text.common.soon
                : text.common.left(formatSpan(language, build.secondsLeft * 1000))
            }
          />
        </div>
      )}
      {start.isError && <ErrorState error={start.error} />}
    </div>
  );
}
