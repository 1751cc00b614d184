'use client';

import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { DebriefProvider } from '@/live/debrief-provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { Waiting } from '../desk/desk-screen.tsx';
import { NotFoundScreen } from '../door/not-found-screen.tsx';
import { ErrorState } from '../ui/error-state.tsx';

type Props = { exerciseId: string; children: ReactNode };

/** Holds what is below until the debrief of the address's team has come, and says so when there is none. */
export function DebriefGate({ exerciseId, children }: Props) {
  const { text } = useReading();
  const team = useSearchParams().get('team');
  return (
    <DebriefProvider
      key={team}
      exerciseId={exerciseId}
      team={team}
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
    </DebriefProvider>
  );
}
