'use client';

import Link from 'next/link';
import { useQuery } from '@tanstack/react-query';
import { MINUTE_MS } from '@dwell/core/time';
import type { LegalClockView } from '@dwell/simulator/router';
import { formatCountdown, formatSimTime } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useExercise, useSection } from '@/exercise/exercise-provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { useTRPC } from '@/trpc/client.ts';
import { SeverityMark } from '../ui/badge.tsx';
import { classNames } from '../ui/class-names.ts';
import { filingOf } from '../respond/filing-of.ts';
import { LEGAL_SEVERITY, legalState, strictestFirst } from './legal-state.ts';

/** The legal clocks, strictest first; nothing at all while none runs. Each leads to what meets it. */
export function LegalClocks() {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId } = useRun();
  const situation = useQuery(trpc.run.situation.queryOptions({ runId }));
  const told = useSection('clocks')?.clocks;
  // An exercise has more to say in the same bar.
  const hidden = told
    ? ['', 'max-[1360px]:hidden', 'max-[1600px]:hidden']
    : ['', 'max-xl:hidden', 'max-[1400px]:hidden'];
  const started = strictestFirst(told ?? situation.data?.clocks ?? []).filter(
    (each) => each.dueAt !== null,
  );
  if (started.length === 0) return null;
  return (
    <ul
      aria-label={text.frame.legal}
      className="m-0 mr-2 flex min-w-0 list-none items-center gap-1 p-0 text-12"
    >
      {started.map((each, at) => (
        <li key={each.rule} className={hidden[Math.min(at, 2)]}>
          <LegalClock clock={each} />
        </li>
      ))}
    </ul>
  );
}

function LegalClock({ clock: legal }: { clock: LegalClockView }) {
  const { text, language } = useReading();
  const { runId, run, clock } = useRun();
  const exercise = useExercise();
  const now = useSimNow(clock, MINUTE_MS, run.endAt);
  const standing = legalState(legal, now);
  if (!standing) return null;
  const { state, leftMs, dueAt } = standing;
  const moment = (at: number) => formatSimTime(language, run.calendar, at);
  const title = pickText(language, legal.title);
  const ended = state === 'met' || state === 'late';
  return (
    <Link
      href={
        exercise === null
          ? `/runs/${runId}/respond?${filingOf(legal.rule)}`
          : `/runs/${runId}/documents?rule=${encodeURIComponent(legal.rule)}`
      }
      title={
        legal.metAt === null
          ? text.frame.due(title, moment(dueAt))
          : text.frame.legalMet(title, moment(legal.metAt), moment(dueAt))
      }
      className={classNames(
        'flex h-7 items-center gap-1 rounded-md px-1 whitespace-nowrap text-ink-2 no-underline hover:bg-surface-3',
        (state === 'soon' || state === 'missed') && 'text-ink-1',
      )}
    >
      <SeverityMark severity={LEGAL_SEVERITY[state]} />
      <span className="max-w-40 truncate">{text.world.clocks[legal.rule] ?? title}</span>
      {!ended && (
        <span className="font-mono text-ink-1">{formatCountdown(language, Math.abs(leftMs))}</span>
      )}
      <span className={ended ? 'text-ink-3' : undefined}>{text.frame.legalStates[state]}</span>
    </Link>
  );
}
