'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useShowCommands } from '../command/command-context.ts';
import { ExerciseStateBadge } from '../exercises/exercise-state.tsx';
import { ReadingControls } from '../frame/reading-controls.tsx';
import { SignOut } from '../frame/sign-out.tsx';
import { Badge } from '../ui/badge.tsx';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type DebriefPage, DebriefTabs } from './debrief-tabs.tsx';

/** The bar of all pages of a debrief: which exercise, which team, which page. `children` stand at its right. */
export function DebriefHead({ here, children }: { here: DebriefPage; children?: ReactNode }) {
  const { text } = useReading();
  const { exerciseId, view, connected } = useDebrief();
  const show = useShowCommands();
  const home = view.trainee ? `/runs/${view.runId}` : `/exercises/${exerciseId}`;
  return (
    <header className="no-print z-30 flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 border-b border-line bg-surface-2 px-3">
      <Link href={home} className="inline-flex items-center text-ink-1 no-underline">
        <Brand />
      </Link>
      <h1
        className="m-0 max-w-[240px] min-w-0 truncate text-13 font-normal text-ink-2"
        title={view.name}
      >
        {view.name}
      </h1>
      <ExerciseStateBadge state={view.state} />
      <DebriefTabs
        exerciseId={exerciseId}
        here={here}
        team={view.team.id}
        whole={!view.trainee}
        several={view.teams.length > 1}
      />
      {here !== 'class' && view.teams.length > 1 && <TeamPick />}
      <div className="ml-auto flex items-center gap-1">
        {!connected && (
          <span role="status" className="mr-2">
            <Badge severity="attention">{text.frame.reconnecting}</Badge>
          </span>
        )}
        {children}
        {!view.trainee && (
          <Link href={`/exercises/${exerciseId}`} className="px-2 text-13 text-ink-2">
            {text.review.toDesk}
          </Link>
        )}
        <ReadingControls />
        <Button kind="quiet" small onClick={() => show('palette')} aria-label={text.frame.palette}>
          <Kbd keys="Ctrl K" />
        </Button>
        <SignOut />
      </div>
    </header>
  );
}

function TeamPick() {
  const { text } = useReading();
  const { view } = useDebrief();
  return (
    <select
      aria-label={text.review.team}
      value={view.team.id}
      onChange={(event) => setSearchParams({ team: event.target.value, moment: null })}
      className="h-7 max-w-[180px] rounded-md border border-line bg-surface-2 px-1 text-13 text-ink-2 hover:text-ink-1"
    >
      {view.teams.map((team) => (
        <option key={team.id} value={team.id}>
          {team.name}
        </option>
      ))}
    </select>
  );
}
