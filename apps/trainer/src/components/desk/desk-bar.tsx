'use client';

import Link from 'next/link';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { useShowCommands } from '../command/command-context.ts';
import { ExerciseStateBadge } from '../exercises/exercise-state.tsx';
import { ReadingControls } from '../frame/reading-controls.tsx';
import { SignOut } from '../frame/sign-out.tsx';
import { Badge } from '../ui/badge.tsx';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { DeskClock } from './desk-clock.tsx';
import { DeskMenu } from './desk-menu.tsx';
import { FreezeMenu } from './freeze-menu.tsx';
import { SayMenu } from './say-menu.tsx';

/** What never leaves the desk: which exercise, its clock, its phase, and what is said to everybody. */
export function DeskBar() {
  const { text } = useReading();
  const { desk, connected, mayControl } = useDesk();
  const show = useShowCommands();
  const { row } = desk;
  return (
    <header className="z-30 flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 border-b border-line bg-surface-2 px-3">
      <Link href="/exercises" className="inline-flex items-center text-ink-1 no-underline">
        <Brand />
      </Link>
      <h1
        className="m-0 max-w-[220px] min-w-0 truncate text-13 font-normal text-ink-2"
        title={row.name}
      >
        {row.name}
      </h1>
      <ExerciseStateBadge state={row.state} />
      <DeskClock />
      <PhasePick />
      <div className="ml-auto flex items-center gap-1">
        {!connected && (
          <span role="status" className="mr-2">
            <Badge severity="attention">{text.frame.reconnecting}</Badge>
          </span>
        )}
        <span className="inline-flex items-center font-mono text-13 tracking-wider text-ink-2">
          {row.code}
          <CopyButton label={text.exercises.copyCode(row.code)} value={row.code} />
        </span>
        {mayControl && <SayMenu />}
        {mayControl && <FreezeMenu />}
        <DeskMenu />
        <ReadingControls />
        <Button kind="quiet" small onClick={() => show('palette')} aria-label={text.frame.palette}>
          <Kbd keys="Ctrl K" />
        </Button>
        <SignOut />
      </div>
    </header>
  );
}

/** The programme's phase; choosing one tells everybody. */
function PhasePick() {
  const { text, language } = useReading();
  const { desk, mayControl } = useDesk();
  const { act, busy } = useDeskActs();
  if (desk.phases.length === 0) return null;
  return (
    <select
      aria-label={text.desk.phase}
      value={desk.phase ?? ''}
      disabled={busy || !mayControl || desk.row.state === 'ended'}
      onChange={(event) => void act({ do: 'phase', phase: event.target.value })}
      className="h-7 max-w-[180px] rounded-md border border-line bg-surface-2 px-1 text-13 text-ink-2 hover:text-ink-1 disabled:opacity-50"
    >
      {desk.phase === null && <option value="">{text.desk.phaseNone}</option>}
      {desk.phases.map((phase) => (
        <option key={phase.id} value={phase.id}>
          {pickText(language, phase.title)}
        </option>
      ))}
    </select>
  );
}
