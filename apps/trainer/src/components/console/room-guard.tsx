'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useExercise, useRoom } from '@/exercise/exercise-provider.tsx';
import { useOnline } from '@/exercise/use-online.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { ForPlayers } from './for-players.tsx';
import { FreezeForm } from './freeze-form.tsx';
import { OutboxBar } from './outbox-bar.tsx';
import { SaidBanner } from './said-banner.tsx';

/**
 * What the room asks of every screen of a run that is played in it: what was said aloud, what waits to
 * be sent, an estimate while everything stands still, and to go along when the team goes on in another run.
 */
export function RoomGuard({ runId }: { runId: string }) {
  const { text } = useReading();
  const exercise = useExercise();
  const online = useOnline();
  const room = useRoom();
  const router = useRouter();
  const path = usePathname();
  const goesOnIn = room && room.runId !== runId ? room.runId : null;
  useEffect(() => {
    if (goesOnIn === null) return;
    const screen = path.slice(`/runs/${runId}`.length);
    router.replace(`/runs/${goesOnIn}${screen}`);
  }, [goesOnIn, path, runId, router]);
  if (exercise === null) return null;
  return (
    <>
      <div className="shrink-0">
        {(!exercise.connected || !online) && room && (
          <p
            role="status"
            className="m-0 flex items-center gap-3 border-b border-line bg-surface-3 px-4 py-1 text-13 text-ink-2"
          >
            <Badge severity="attention">{text.frame.reconnecting}</Badge>
            {text.console.reconnectNote}
          </p>
        )}
        {room && room.me.kind !== 'trainee' && (
          <p className="m-0 border-b border-line bg-surface-3 px-4 py-1 text-13 text-ink-2">
            {text.console.watching}
          </p>
        )}
        <OutboxBar />
        <SaidBanner />
      </div>
      {room?.freeze && (
        <ForPlayers>
          <FreezeForm key={room.freeze.id} freeze={room.freeze} />
        </ForPlayers>
      )}
    </>
  );
}
