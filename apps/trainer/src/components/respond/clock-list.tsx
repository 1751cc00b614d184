'use client';

import Link from 'next/link';
import { MINUTE_MS } from '@dwell/core/time';
import type { LegalClockView } from '@dwell/simulator/router';
import { formatCountdown } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { LEGAL_SEVERITY, legalState, strictestFirst } from '../frame/legal-state.ts';
import { Badge } from '../ui/badge.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { filingOf } from './filing-of.ts';

/** Every legal clock with how it stands, and the way to what meets it. */
export function ClockList({ clocks }: { clocks: readonly LegalClockView[] }) {
  const { text, language } = useReading();
  const { runId, run, clock } = useRun();
  const now = useSimNow(clock, MINUTE_MS, run.endAt);
  if (clocks.length === 0) return null;
  return (
    <section aria-label={text.respond.declare.clocks} className="max-w-[68ch]">
      <h4 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.respond.declare.clocks}</h4>
      <ul className="m-0 list-none p-0">
        {strictestFirst(clocks).map((legal) => {
          const standing = legalState(legal, now);
          const open = standing && legal.metAt === null;
          return (
            <li
              key={legal.rule}
              className="flex min-h-8 flex-wrap items-center gap-x-4 border-t border-line py-1 text-13"
            >
              <Link
                href={`/runs/${runId}/respond?${filingOf(legal.rule)}`}
                className="min-w-[13rem] flex-1 text-accent no-underline hover:underline"
              >
                {pickText(language, legal.title)}
              </Link>
              <span className="text-12 text-ink-3">{text.world.clocks[legal.rule]}</span>
              {standing && (
                <span className="flex w-full items-baseline gap-3 text-ink-2">
                  <Badge severity={LEGAL_SEVERITY[standing.state]}>
                    {open ? `${formatCountdown(language, Math.abs(standing.leftMs))} ` : ''}
                    {text.frame.legalStates[standing.state]}
                  </Badge>
                  <span className="text-12 text-ink-3">
                    {text.respond.declare.due}{' '}
                    <SimTimeText calendar={run.calendar} at={standing.dueAt} />
                  </span>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
