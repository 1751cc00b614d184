'use client';

import Link from 'next/link';
import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { buttonClass } from '../ui/button.tsx';

/** After the end: where the runs can be read again. */
export function EndedNote() {
  const { text, language } = useReading();
  const { exerciseId, desk } = useDesk();
  if (desk.row.state !== 'ended') return null;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 rounded-md border border-line-strong bg-surface-2 px-4 py-3 text-13">
      <Badge severity="info">{text.exercises.states.ended}</Badge>
      <Link
        href={`/exercises/${exerciseId}/debrief`}
        className={`${buttonClass('primary')} no-underline`}
      >
        {text.debrief.openAfter}
      </Link>
      {desk.teams.map(({ team, run }) => (
        <Link key={team.id} href={`/runs/${team.runId}`} className="text-accent">
          {team.name}: {text.desk.watchRun} ({formatMoment(language, run.calendar, run.clock.now)})
        </Link>
      ))}
    </div>
  );
}
