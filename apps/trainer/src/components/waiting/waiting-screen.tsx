'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ConsoleSections } from '@dwell/simulator/router';
import { useEffect } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { SignOut } from '../frame/sign-out.tsx';
import { OutsideFrame } from '../join/outside-frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { buttonClass } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { CommsCheck } from './comms-check.tsx';
import { MyCard } from './my-card.tsx';
import { Programme } from './programme.tsx';
import { TeamList } from './team-list.tsx';
import { StartAlone } from './start-alone.tsx';
import { useSeatRoom } from './use-room.ts';

type Room = ConsoleSections['room'];

/** A seat before the start: comms check, own card, team; goes into the exercise by itself once it begins. */
export function WaitingScreen({
  exerciseId,
  instructor,
}: {
  exerciseId: string;
  instructor: boolean;
}) {
  const router = useRouter();
  const { text } = useReading();
  const { room, error, connected } = useSeatRoom(exerciseId);
  const begun = room !== null && (room.state === 'running' || room.state === 'frozen');
  const playing = room?.me.kind === 'trainee' || room?.me.kind === 'observer';
  const runId = room?.runId;
  // Evaluators and co-facilitators have their place at the desk, from the lobby on.
  const leading = room?.me.kind === 'evaluator' || room?.me.kind === 'facilitator';
  useEffect(() => {
    if (leading) router.replace(`/exercises/${exerciseId}`);
    else if (begun && playing && runId) router.replace(`/runs/${runId}`);
  }, [leading, begun, playing, runId, exerciseId, router]);
  return (
    <OutsideFrame
      wide
      aside={
        <span className="flex min-w-0 items-center gap-3 text-13 text-ink-2">
          <span className="truncate">{room?.name}</span>
          {room && !connected && <Badge severity="attention">{text.frame.reconnecting}</Badge>}
        </span>
      }
      end={<SignOut />}
    >
      {error && !room ? (
        <Lost error={error} />
      ) : room ? (
        <Seated room={room} begun={begun} instructor={instructor} />
      ) : (
        <>
          <h1 className="sr-only">{text.common.loading}</h1>
          <Skeleton className="h-72" />
        </>
      )}
    </OutsideFrame>
  );
}

function Lost({ error }: { error: unknown }) {
  const { text } = useReading();
  return (
    <div className="mx-auto max-w-[480px]">
      <h1 className="m-0 text-20 font-semibold">{text.waiting.lost}</h1>
      <p className="text-14 text-ink-2">{text.waiting.lostNow}</p>
      <Link href="/join" className={`${buttonClass('primary')} no-underline`}>
        {text.ways.join}
      </Link>
      <div className="-mx-4">
        <ErrorState error={error} />
      </div>
    </div>
  );
}

function Seated({ room, begun, instructor }: { room: Room; begun: boolean; instructor: boolean }) {
  const { text } = useReading();
  const words = text.waiting;
  const title = begun
    ? words.starting
    : room.state === 'ended'
      ? words.ended
      : instructor
        ? words.titleAlone
        : words.title;
  const { kind } = room.me;
  const lead =
    room.state === 'ended'
      ? words.endedNow
      : kind === 'observer'
        ? words.observer
        : kind === 'trainee'
          ? instructor
            ? words.leadAlone
            : words.lead
          : words.evaluator;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <div role="status">
          <h1 className="m-0 text-28 font-semibold tracking-tight">{title}</h1>
        </div>
        <p className="mt-2 mb-0 max-w-[64ch] text-14 text-ink-2">{lead}</p>
      </div>
      {begun && (kind === 'trainee' || kind === 'observer') && (
        <Link
          href={`/runs/${room.runId}`}
          className={`${buttonClass('primary')} self-start no-underline`}
        >
          {words.go}
        </Link>
      )}
      {(kind === 'evaluator' || kind === 'facilitator') && (
        <Link
          href={`/exercises/${room.exerciseId}`}
          className={`${buttonClass('primary')} self-start no-underline`}
        >
          {words.toDesk}
        </Link>
      )}
      {instructor && room.state === 'lobby' && <StartAlone room={room} />}
      <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-6 max-lg:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-6">
          {kind === 'trainee' && room.state === 'lobby' && !instructor && (
            <CommsCheck room={room} />
          )}
          {kind === 'trainee' && <MyCard room={room} />}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <TeamList room={room} />
          <Programme room={room} />
        </div>
      </div>
    </div>
  );
}
