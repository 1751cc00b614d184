'use client';

import { useMutation } from '@tanstack/react-query';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { SeverityMark } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Meter } from '../ui/meter.tsx';

/** While there is no debrief: how far it is, or why there is none. */
export function Making() {
  const { text } = useReading();
  const { view } = useDebrief();
  const words = text.debrief;
  return (
    <main id="work" className="flex min-w-0 flex-1 items-center justify-center p-8">
      <div className="flex w-full max-w-[640px] flex-col gap-4">
        {view.failed ? (
          <Failed code={view.failed} />
        ) : view.trainee && !view.shared ? (
          <Empty title={words.notShown}>{words.notShownNow}</Empty>
        ) : view.state === 'lobby' ? (
          <Empty title={words.notYet}>{words.notYetNow}</Empty>
        ) : (
          <>
            <h2 className="m-0 text-28 font-semibold tracking-tight">{words.making}</h2>
            <WorkBar />
            <p className="m-0 max-w-[64ch] text-16 text-ink-2">{words.makingNow}</p>
          </>
        )}
      </div>
    </main>
  );
}

/** What is being done and how far it is; nothing when nothing is. */
export function WorkBar() {
  const { text } = useReading();
  const { work } = useDebrief().view;
  const what = text.debrief.works[work?.what ?? 'history'];
  const share = work?.done ?? 0;
  return (
    <div className="flex flex-col gap-2">
      <p className="m-0 flex items-baseline text-14 text-ink-2" role="status">
        {what}
        <span className="figures ml-auto">{Math.floor(share * 100)} %</span>
      </p>
      <Meter label={what} share={share} />
    </div>
  );
}

function Failed({ code }: { code: string }) {
  const { text } = useReading();
  const trpc = useTRPC();
  const { exerciseId, view } = useDebrief();
  const again = useMutation(trpc.debrief.refresh.mutationOptions());
  return (
    <div role="alert" className="flex items-start gap-3">
      <SeverityMark severity="severe" />
      <div className="flex flex-col items-start gap-2">
        <p className="m-0 text-20">{text.debrief.failed}</p>
        <p className="m-0 text-14 text-ink-2">
          <span className="font-mono text-12 text-ink-3">{code} · </span>
          {text.debrief.failedNow}
        </p>
        <Button
          disabled={again.isPending}
          onClick={() => again.mutate({ exerciseId, team: view.team.id })}
        >
          {text.common.retry}
        </Button>
      </div>
    </div>
  );
}
