'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useReading } from '@/i18n/provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { useTRPC } from '@/trpc/client.ts';
import { SeverityMark } from '../ui/badge.tsx';
import { buttonClass } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { JoinForm } from './join-form.tsx';
import { OutsideFrame } from './outside-frame.tsx';

/** Behind a code: the exercise's teams and seats, or why there is nothing. */
export function JoinScreen({ code }: { code: string }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const door = useQuery(trpc.exercise.door.queryOptions({ code }, { refetchInterval: 5000 }));
  const data = door.data;
  const unknown = door.isError && errorParts(door.error, text).code !== 'OFFLINE';
  return (
    <OutsideFrame>
      {door.isPending && <Skeleton className="h-64" />}
      {door.isError && !unknown && (
        <>
          <h1 className="sr-only">{text.join.title}</h1>
          <ErrorState error={door.error} onRetry={() => void door.refetch()} />
        </>
      )}
      {unknown && <Nothing title={text.join.noSuch} now={text.join.noSuchNow} />}
      {data?.state === 'ended' && <Nothing title={text.join.ended} now={text.join.endedNow} />}
      {data && data.state !== 'ended' && <JoinForm code={code} door={data} />}
    </OutsideFrame>
  );
}

function Nothing({ title, now }: { title: string; now: string }) {
  const { text } = useReading();
  return (
    <div className="flex flex-col items-start gap-3">
      <h1 className="m-0 text-20 font-semibold">
        <SeverityMark severity="attention" /> {title}
      </h1>
      <p className="m-0 text-14 text-ink-2">{now}</p>
      <Link href="/join" className={`${buttonClass('primary')} mt-2 no-underline`}>
        {text.join.again}
      </Link>
    </div>
  );
}
