'use client';

import { useQuery } from '@tanstack/react-query';
import type { SimTime } from '@dwell/core/time';
import { formatSpan } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { legalState } from '../frame/legal-state.ts';
import { Badge } from '../ui/badge.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

type Props = {
  /** The legal clock that this response meets; null when it meets none. */
  rule: string | null;
  /** When it would count. */
  effectiveAt: SimTime;
};

/** Which legal clock a response meets, and whether it would still be in time. */
export function MeetsClock({ rule, effectiveAt }: Props) {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { runId, run } = useRun();
  const situation = useQuery(trpc.run.situation.queryOptions({ runId }));
  const clock = situation.data?.clocks.find((each) => each.rule === rule);
  if (!clock) return null;
  const standing = legalState(clock, effectiveAt);
  const span = (ms: number) => formatSpan(language, Math.abs(ms));
  return (
    <p className="m-0 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-13 text-ink-2">
      <span>
        {text.respond.meets}:{' '}
        <span className="text-ink-1">
          {text.world.clocks[clock.rule]} · {pickText(language, clock.title)}
        </span>
      </span>
      {standing === null ? (
        <span className="text-ink-3">{text.respond.meetsNone}</span>
      ) : (
        <>
          <span>
            {text.respond.declare.due} <SimTimeText calendar={run.calendar} at={standing.dueAt} />
          </span>
          {clock.metAt !== null ? (
            <Badge severity="good">{text.respond.already}</Badge>
          ) : standing.leftMs >= 0 ? (
            <Badge severity="good">{text.respond.inTime(span(standing.leftMs))}</Badge>
          ) : (
            <Badge severity="critical">{text.respond.tooLate(span(standing.leftMs))}</Badge>
          )}
        </>
      )}
    </p>
  );
}
