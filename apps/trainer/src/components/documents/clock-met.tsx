'use client';

import { MINUTE_MS } from '@dwell/core/time';
import type { ExerciseClock } from '@dwell/simulator/router';
import { formatSpan } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { LEGAL_SEVERITY, legalState } from '../frame/legal-state.ts';
import { Badge } from '../ui/badge.tsx';

/** Which clock a filing meets, and whether it is in time as of now. */
export function ClockMet({ clock: legal }: { clock: ExerciseClock }) {
  const { text, language } = useReading();
  const { run, clock } = useRun();
  const now = useSimNow(clock, MINUTE_MS, run.endAt);
  const standing = legalState(legal, now);
  return (
    <p className="m-0 flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span>
        {text.respond.meets}:{' '}
        <span className="text-ink-1">
          {[legal.jurisdiction.toUpperCase(), pickText(language, legal.title)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {standing === null ? (
        <span className="text-13 text-ink-3">{text.documents.notStarted}</span>
      ) : legal.metAt !== null ? (
        <Badge severity={LEGAL_SEVERITY[standing.state]}>
          {text.frame.legalStates[standing.state]}
        </Badge>
      ) : standing.leftMs >= 0 ? (
        <Badge severity="good">{text.respond.inTime(formatSpan(language, standing.leftMs))}</Badge>
      ) : (
        <Badge severity="critical">
          {text.respond.tooLate(formatSpan(language, -standing.leftMs))}
        </Badge>
      )}
    </p>
  );
}
