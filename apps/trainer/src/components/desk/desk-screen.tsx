'use client';

import { useReading } from '@/i18n/provider.tsx';
import { DeskProvider, useDesk } from '@/live/desk-provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { NotFoundScreen } from '../door/not-found-screen.tsx';
import { LobbyScreen } from '../lobby/lobby-screen.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { LiveDesk } from './live-desk.tsx';

/** One address for an exercise: its lobby until the start, the live desk from then on. */
export function DeskScreen({ exerciseId }: { exerciseId: string }) {
  return (
    <DeskGate exerciseId={exerciseId}>
      <LobbyOrDesk />
    </DeskGate>
  );
}

function LobbyOrDesk() {
  const { desk } = useDesk();
  return desk.row.state === 'lobby' ? <LobbyScreen /> : <LiveDesk />;
}

/** The place of a screen on its way. */
export function Waiting() {
  const { text } = useReading();
  return (
    <main className="flex flex-col gap-4 p-6">
      <h1 className="sr-only">{text.common.loading}</h1>
      <Skeleton className="h-8" />
      <Skeleton className="h-64" />
    </main>
  );
}

/** Holds what is below until the exercise has come, and says so when there is none. */
export function DeskGate({
  exerciseId,
  children,
}: {
  exerciseId: string;
  children: React.ReactNode;
}) {
  const { text } = useReading();
  return (
    <DeskProvider
      exerciseId={exerciseId}
      waiting={<Waiting />}
      failed={(error, again) =>
        errorParts(error, text).code === 'NO_SUCH_EXERCISE' ? (
          <NotFoundScreen />
        ) : (
          <main className="mx-auto max-w-[640px] p-12">
            <h1 className="sr-only">{text.common.failed}</h1>
            <ErrorState error={error} onRetry={again} />
          </main>
        )
      }
    >
      {children}
    </DeskProvider>
  );
}
