'use client';

import type { ReactNode } from 'react';
import Link from 'next/link';
import { useReading } from '@/i18n/provider.tsx';
import { DecidingProvider } from '@/live/deciding.tsx';
import { ExerciseProvider } from '@/exercise/exercise-provider.tsx';
import { RunProvider } from '@/live/run-provider.tsx';
import { SharedCursor } from '../charts/cursor.tsx';
import { RoomGuard } from '../console/room-guard.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { NotFoundScreen } from '../door/not-found-screen.tsx';
import { buttonClass } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { WithDrawerSlot } from './drawer-slot.tsx';
import { RunCommands } from './run-commands.tsx';
import { SideNav } from './side-nav.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame of every screen of a run. */
export function RunFrame({ runId, children }: { runId: string; children: ReactNode }) {
  const { text } = useReading();
  const waiting = <FrameSkeleton label={text.common.loading} />;
  const failed = (error: unknown, again: () => void) =>
    errorParts(error, text).code === 'NO_SUCH_RUN' ? (
      <NotFoundScreen />
    ) : (
      <main className="mx-auto max-w-[640px] p-12">
        <h1 className="sr-only">{text.common.failed}</h1>
        <ErrorState
          error={error}
          onRetry={again}
          action={
            <Link href="/runs" className={buttonClass('plain', true)}>
              {text.errors.toRuns}
            </Link>
          }
        />
      </main>
    );
  return (
    <RunProvider runId={runId} waiting={waiting} failed={failed}>
      <ExerciseProvider runId={runId} waiting={waiting} failed={failed}>
        <DecidingProvider>
          <SharedCursor>
            <div className="flex h-dvh flex-col overflow-hidden">
              <a
                href="#work"
                className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface-3 focus:p-2"
              >
                {text.frame.skip}
              </a>
              <RunCommands />
              {/* Around the bar too: what it opens stands beside the work. */}
              <WithDrawerSlot
                head={<TopBar />}
                side={<SideNav runId={runId} />}
                banner={<RoomGuard runId={runId} />}
              >
                <main
                  id="work"
                  tabIndex={-1}
                  className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none"
                >
                  {children}
                </main>
              </WithDrawerSlot>
              <Timeline />
            </div>
          </SharedCursor>
        </DecidingProvider>
      </ExerciseProvider>
    </RunProvider>
  );
}

function FrameSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex h-dvh flex-col gap-4 p-4">
      <Skeleton className="h-7" />
      <Skeleton className="min-h-0 flex-1" />
      <Skeleton className="h-14" />
    </div>
  );
}
