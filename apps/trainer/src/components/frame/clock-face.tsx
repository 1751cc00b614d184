'use client';

import { MINUTE_MS, SECOND_MS } from '@dwell/core/time';
import { useReading } from '@/i18n/provider.tsx';
import { formatCount } from '@/i18n/format-number.ts';
import { useDeciding } from '@/live/deciding.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { Badge } from '../ui/badge.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { Tooltip } from '../ui/tooltip.tsx';

/** The simulated moment, moving smoothly while the clock plays. Seconds are shown where one can read them. */
export function ClockFace() {
  const { text } = useReading();
  const { run, clock } = useRun();
  const { slowedFrom } = useDeciding();
  const seconds = clock.speed <= 60;
  const now = useSimNow(clock, seconds ? SECOND_MS : MINUTE_MS, run.endAt);
  return (
    <span className="inline-flex items-center gap-2">
      <SimTimeText
        calendar={run.calendar}
        at={now}
        form="full"
        seconds={seconds}
        className="font-mono text-13 whitespace-nowrap text-ink-1"
      />
      {slowedFrom !== null && (
        <Tooltip note={text.clock.decidingNote(formatCount(slowedFrom))}>
          <span tabIndex={0} role="status">
            <Badge severity="info">{text.clock.deciding}</Badge>
          </span>
        </Tooltip>
      )}
      {clock.slowed && (
        <Tooltip note={text.clock.slowedNote}>
          <span tabIndex={0}>
            <Badge severity="attention">{text.clock.slowed}</Badge>
          </span>
        </Tooltip>
      )}
      {clock.catchingUp && (
        <span className="busy">
          <Badge severity="info">{text.clock.catchingUp}</Badge>
        </span>
      )}
      {clock.state === 'ended' && <Badge severity="info">{text.clock.ended}</Badge>}
      {clock.state === 'building' && <Badge severity="info">{text.clock.building}</Badge>}
    </span>
  );
}
