'use client';

import Link from 'next/link';
import { formatCount } from '@/i18n/format-number.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useExercise } from '@/exercise/exercise-provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useDrives } from '@/live/viewer.tsx';
import { useShowCommands } from '../command/command-context.ts';
import { RoomBar } from '../console/room-bar.tsx';
import { Badge } from '../ui/badge.tsx';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ClockControls } from './clock-controls.tsx';
import { ClockFace } from './clock-face.tsx';
import { LegalClocks } from './legal-clocks.tsx';
import { ReadingControls } from './reading-controls.tsx';
import { SignOut } from './sign-out.tsx';

/** What never leaves the screen: whose run, when it is, what is due, and how to reach everything else. */
export function TopBar() {
  const { text, language } = useReading();
  const { run, clock, connected } = useRun();
  const exercise = useExercise();
  const drives = useDrives();
  const show = useShowCommands();
  return (
    <header className="z-30 flex h-11 shrink-0 items-center gap-4 border-b border-line bg-surface-2 px-3">
      {drives ? (
        <Link href="/runs" className="inline-flex items-center text-ink-1 no-underline">
          <Brand />
        </Link>
      ) : (
        <Brand />
      )}
      <h1
        className="m-0 min-w-0 truncate max-[1120px]:sr-only text-13 font-normal text-ink-2"
        title={run.name}
      >
        {run.name}
        {run.parent && (
          <span className="ml-2 text-12 text-ink-3">
            {text.runs.copyOf(formatMoment(language, run.calendar, run.parent.at))}
          </span>
        )}
      </h1>
      {drives ? (
        <ClockControls />
      ) : (
        <div role="group" aria-label={text.clock.label} className="flex items-center gap-3">
          <ClockFace />
          <span className="text-12 whitespace-nowrap text-ink-3">
            {clock.state === 'playing'
              ? text.clock.times(formatCount(clock.speed))
              : text.clock.paused}
          </span>
        </div>
      )}
      <div className="ml-auto flex items-center gap-1">
        {!connected && exercise === null && (
          <span role="status" className="mr-2">
            <Badge severity="attention">{text.frame.reconnecting}</Badge>
          </span>
        )}
        <LegalClocks />
        <RoomBar />
        <ReadingControls />
        <Button kind="quiet" small onClick={() => show('palette')} aria-label={text.frame.palette}>
          <Kbd keys="Ctrl K" />
        </Button>
        <SignOut />
      </div>
    </header>
  );
}
