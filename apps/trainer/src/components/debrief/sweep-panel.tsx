'use client';

import { useState } from 'react';
import { useSubscription } from '@trpc/tanstack-react-query';
import type { Sweep, WhatIf } from '@dwell/simulator/router';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Job } from '../ui/job.tsx';
import { Panel } from '../ui/panel.tsx';
import { useBoard } from './board.tsx';
import { withTried } from './debrief-address.ts';

/** Tries every decision in turn, and keeps those that would have changed the most. */
export function SweepPanel() {
  const { text } = useReading();
  const trpc = useTRPC();
  const { exerciseId, view } = useDebrief();
  const [running, setRunning] = useState(false);
  const [sweep, setSweep] = useState<Sweep | null>(null);
  const stream = useSubscription(
    trpc.debrief.sweep.subscriptionOptions(
      { exerciseId, team: view.team.id },
      {
        enabled: running,
        onData: ({ data }) => {
          setSweep(data);
          if (data.finished) setRunning(false);
        },
      },
    ),
  );
  const words = text.debrief.whatIf;
  const { done, of } = sweep ?? { done: 0, of: 0 };
  return (
    <Panel title={words.sweep}>
      <div className="flex flex-col gap-3">
        <p className="m-0 text-13 text-ink-2 2xl:text-14">{words.sweepLead}</p>
        {running ? (
          <Job
            title={words.sweepAt(formatCount(done), formatCount(of))}
            share={of > 0 ? done / of : 0}
            left=""
            action={
              <Button small onClick={() => setRunning(false)}>
                {words.sweepStop}
              </Button>
            }
          />
        ) : (
          <Button className="self-start" onClick={() => setRunning(true)}>
            {words.sweepAct}
          </Button>
        )}
        {running && stream.status === 'error' && (
          <ErrorState error={stream.error} onRetry={stream.reset} />
        )}
        {sweep && <Best sweep={sweep} />}
      </div>
    </Panel>
  );
}

function Best({ sweep }: { sweep: Sweep }) {
  const { text } = useReading();
  const words = text.debrief.whatIf;
  const { best, dearest } = sweep;
  if (best.length === 0 && !dearest)
    return sweep.finished ? <p className="m-0 text-14 text-ink-2">{words.sweepNone}</p> : null;
  return (
    <>
      {best.length > 0 && (
        <ol className="m-0 flex list-none flex-col p-0" aria-label={words.sweep}>
          {best.map((each, at) => (
            <li key={JSON.stringify(each.change)} className="border-t border-line py-2">
              <BestRow best={each} rank={String(at + 1)} />
            </li>
          ))}
        </ol>
      )}
      {dearest && (
        <section aria-label={words.dearest}>
          <h3 className="m-0 text-12 font-normal text-ink-3 2xl:text-14">{words.dearest}</h3>
          <BestRow best={dearest} rank="●" />
        </section>
      )}
    </>
  );
}

function BestRow({ best, rank }: { best: WhatIf; rank: string }) {
  const { text, language } = useReading();
  const { address } = useBoard();
  const words = text.debrief.whatIf;
  const { accounts } = best.difference;
  const size = formatCompact(language, Math.abs(accounts));
  return (
    <div className="flex items-baseline gap-3 text-14 2xl:text-16">
      <span className="figures text-ink-3">{rank}</span>
      <span className="min-w-0">
        {pickText(language, best.title)}
        <span className="figures block font-semibold">
          {accounts === 0
            ? words.onlyCheaper
            : accounts < 0
              ? `▼ ${words.saved(size)}`
              : `▲ ${words.lost(size)}`}{' '}
          {accounts !== 0 && <span className="font-normal text-ink-3">{words.accounts}</span>}
        </span>
      </span>
      <Button
        small
        className="ml-auto"
        onClick={() => setSearchParams(withTried(address.tried, best.change))}
      >
        {words.sweepKeep}
      </Button>
    </div>
  );
}
