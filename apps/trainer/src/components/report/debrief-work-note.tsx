'use client';

import { useMutation } from '@tanstack/react-query';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Job } from '../ui/job.tsx';

/** While figures are made: how far they are; when they could not be made: why; when they are old: the way to new ones. */
export function DebriefWorkNote() {
  const { text } = useReading();
  const { view } = useDebrief();
  const words = text.review;
  if (view.failed !== null)
    return (
      <div
        role="alert"
        className="rounded-md border border-line-strong bg-surface-2 px-4 py-3 text-13"
      >
        <Badge severity="severe">{words.failed}</Badge>
        <p className="m-0 mt-1 text-ink-2">{words.failedNow(view.failed)}</p>
      </div>
    );
  if (view.work)
    return (
      <div className="rounded-md border border-line bg-surface-2 px-4 py-3">
        <Job
          title={words.making[view.work.what]}
          share={view.work.done}
          left={view.debrief ? null : words.makingNow}
        />
      </div>
    );
  return view.state === 'ended' || view.debrief === null ? null : <StillRunning />;
}

function StillRunning() {
  const trpc = useTRPC();
  const { text } = useReading();
  const { exerciseId, view } = useDebrief();
  const { mutate, isPending } = useMutation(trpc.debrief.refresh.mutationOptions());
  return (
    <p className="m-0 flex flex-wrap items-center gap-3 text-13 text-ink-3">
      {view.stale ? text.review.stale : text.review.running}
      {view.stale && (
        <Button
          small
          disabled={isPending}
          onClick={() => mutate({ exerciseId, team: view.team.id })}
        >
          {text.review.refresh}
        </Button>
      )}
    </p>
  );
}
