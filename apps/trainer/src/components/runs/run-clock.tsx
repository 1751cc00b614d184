'use client';

import { MINUTE_MS } from '@dwell/core/time';
import { useState } from 'react';
import type { RunRow } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { holdClock, useSimNow } from '@/live/sim-now.ts';
import { Badge, type Severity } from '../ui/badge.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

const STATE: Record<RunRow['clock']['state'], Severity> = {
  building: 'attention',
  paused: 'info',
  playing: 'good',
  ended: 'info',
};

/** Where a run of the list stands, moving while it plays. */
export function RunClock({ run }: { run: RunRow }) {
  const { text } = useReading();
  const take = () => ({
    row: run.clock,
    clock: holdClock(run.clock, run.startAt, performance.now()),
  });
  const [held, setHeld] = useState(take);
  if (held.row !== run.clock) setHeld(take());
  const now = useSimNow(held.clock, MINUTE_MS, run.endAt);
  return (
    <span className="inline-flex items-center gap-4">
      <SimTimeText calendar={run.calendar} at={now} form="full" className="font-mono text-12" />
      <Badge severity={STATE[run.clock.state]}>{text.clock[run.clock.state]}</Badge>
    </span>
  );
}
