'use client';

import { useMutation } from '@tanstack/react-query';
import { formatCount } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Job } from '../ui/job.tsx';
import { Panel } from '../ui/panel.tsx';

/** How far the history is, how long yet, and stop; nothing once it is ready. */
export function BuildJob() {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { runId, build } = useRun();
  const stop = useMutation(trpc.run.cancelBuild.mutationOptions());
  const again = useMutation(trpc.run.retryBuild.mutationOptions());
  const failure = stop.error ?? again.error;
  if (build.state === 'ready') return null;
  const retry = (
    <Button small onClick={() => again.mutate({ runId })} disabled={again.isPending}>
      {text.situation.retryBuild}
    </Button>
  );
  return (
    <Panel className="hatched">
      <div className="rounded-md bg-surface-2 pt-3">
        {(build.state === 'running' || build.state === 'waiting') && (
          <div className="flex flex-col gap-1">
            <Job
              title={text.situation.building}
              share={build.progress}
              tone="past"
              left={
                <>
                  {build.secondsLeft === null
                    ? text.common.soon
                    : text.common.left(formatSpan(language, build.secondsLeft * 1000))}
                  {' · '}
                  {text.situation.buildRecords(formatCount(build.records))}
                </>
              }
              action={
                <Button small onClick={() => stop.mutate({ runId })} disabled={stop.isPending}>
                  {text.situation.stopBuild}
                </Button>
              }
            />
            <p className="m-0 text-13 text-ink-2">{text.situation.buildingNote}</p>
          </div>
        )}
        {build.state === 'cancelled' && (
          <div className="flex flex-wrap items-center gap-3 text-13 text-ink-2">
            <Badge severity="attention">{text.situation.buildCancelled}</Badge>
            {text.situation.buildCancelledNow}
            <span className="ml-auto">{retry}</span>
          </div>
        )}
        {build.state === 'failed' && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2">
            <Badge severity="severe">{text.situation.buildFailed}</Badge>
            {build.error && (
              <span>
                {build.error.what}{' '}
                <span className="font-mono text-12 text-ink-3">{build.error.where}</span>{' '}
                {build.error.todo}
              </span>
            )}
            <span className="ml-auto">{retry}</span>
          </div>
        )}
        {failure && <ErrorState error={failure} />}
      </div>
    </Panel>
  );
}
