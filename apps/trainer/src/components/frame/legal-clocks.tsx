'use client';

import { useQuery } from '@tanstack/react-query';
import { MINUTE_MS } from '@dwell/core/time';
import { formatCountdown, formatSimTime } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { useTRPC } from '@/trpc/client.ts';
import { SeverityMark, type Severity } from '../ui/badge.tsx';

const SHOWN = 2;

/** The strictest running legal clocks; nothing at all while none runs. */
export function LegalClocks() {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { runId, run, clock } = useRun();
  const situation = useQuery(trpc.run.situation.queryOptions({ runId }));
  const now = useSimNow(clock, MINUTE_MS, run.endAt);
  const running = (situation.data?.clocks ?? [])
    .filter((each) => each.dueAt !== null && each.metAt === null)
    .slice(0, SHOWN);
  if (running.length === 0) return null;
  return (
    <ul
      aria-label={text.frame.legal}
      className="m-0 flex list-none gap-4 p-0 text-12 max-xl:hidden"
    >
      {running.map((each) => {
        const left = each.dueAt! - now;
        const severity: Severity =
          left < 0 ? 'critical' : left < 4 * 3_600_000 ? 'severe' : 'attention';
        const title = pickText(language, each.title);
        return (
          <li
            key={each.rule}
            title={text.frame.due(title, formatSimTime(language, run.calendar, each.dueAt!))}
            className="flex items-center whitespace-nowrap"
          >
            <SeverityMark severity={severity} />
            <span className="mr-2 text-ink-2">{title}</span>
            <span className="font-mono text-ink-1">{formatCountdown(language, left)}</span>
          </li>
        );
      })}
    </ul>
  );
}
