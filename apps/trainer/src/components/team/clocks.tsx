'use client';

import Link from 'next/link';
import { MINUTE_MS } from '@dwell/core/time';
import type { ExerciseClock } from '@dwell/simulator/router';
import { useSection } from '@/exercise/exercise-provider.tsx';
import { useForms } from '@/exercise/use-act-name.ts';
import { formatCountdown } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { LEGAL_SEVERITY, legalState } from '../frame/legal-state.ts';
import { Badge } from '../ui/badge.tsx';
import { Panel } from '../ui/panel.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

/** The legal clocks, strictest first, each with what would meet it. */
export function TeamClocks() {
  const { text } = useReading();
  const section = useSection('clocks');
  if (!section || section.clocks.length === 0) return null;
  const running = section.clocks.filter((each) => each.state !== 'not_started');
  const waiting = section.clocks.length - running.length;
  return (
    <Panel flush title={text.respond.declare.clocks}>
      {running.length === 0 && (
        <p className="m-0 px-4 pt-1 pb-3 text-13 text-ink-2">{text.team.clocksWait}</p>
      )}
      <ul className="m-0 list-none p-0 pb-2">
        {running.map((clock) => (
          <ClockRow key={`${clock.jurisdiction} ${clock.rule}`} clock={clock} />
        ))}
      </ul>
      {running.length > 0 && waiting > 0 && (
        <p className="m-0 px-4 pb-3 text-12 text-ink-3">{text.team.clocksMore(String(waiting))}</p>
      )}
    </Panel>
  );
}

function ClockRow({ clock: legal }: { clock: ExerciseClock }) {
  const { text, language } = useReading();
  const { runId, run, clock } = useRun();
  const forms = useForms();
  const now = useSimNow(clock, MINUTE_MS, run.endAt);
  const standing = legalState(legal, now);
  const form = forms.data?.find((each) => each.rules.includes(legal.rule));
  const open = legal.metAt === null;
  return (
    <li className="grid grid-cols-[132px_minmax(0,1fr)_max-content] items-baseline gap-4 border-t border-line px-4 py-2 text-13">
      <span>
        {standing && (
          <Badge severity={LEGAL_SEVERITY[standing.state]}>
            {open && (
              <span className="figures font-mono text-14">
                {formatCountdown(language, Math.abs(standing.leftMs))}
              </span>
            )}{' '}
            {text.frame.legalStates[standing.state]}
          </Badge>
        )}
      </span>
      <span className="min-w-0">
        <span className="block text-14 text-ink-1">{pickText(language, legal.title)}</span>
        <span className="block text-12 text-ink-3">
          {[
            legal.jurisdiction.toUpperCase(),
            legal.source,
            legal.supplement ? text.team.supplement : '',
            legal.assumed ? text.team.assumed : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="text-right text-12 text-ink-3">
        {form && open ? (
          <Link
            href={`/runs/${runId}/documents?rule=${encodeURIComponent(legal.rule)}`}
            className="text-accent no-underline hover:underline"
          >
            {text.team.metBy(pickText(language, form.title))}
          </Link>
        ) : (
          standing && (
            <>
              {text.respond.declare.due} <SimTimeText calendar={run.calendar} at={standing.dueAt} />
            </>
          )
        )}
      </span>
    </li>
  );
}
