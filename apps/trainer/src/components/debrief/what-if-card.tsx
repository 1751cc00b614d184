'use client';

import type { WhatIf } from '@dwell/simulator/router';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useBoard } from './board.tsx';
import { withoutTried } from './debrief-address.ts';
import { Differences } from './differences.tsx';
import type { Tried } from './tried.tsx';

type Props = { tried: Tried; at: number };

/** What came of one change: the difference in big numbers, and why. */
export function WhatIfCard({ tried, at }: Props) {
  const { text, language } = useReading();
  const { address } = useBoard();
  const { result, error } = tried;
  const words = text.debrief.whatIf;
  const drawn = address.drawn === at;
  return (
    <article
      aria-busy={!result && !error}
      className={`flex h-full flex-col gap-3 rounded-md border bg-surface-2 p-4 2xl:p-6 ${drawn ? 'border-accent' : 'border-line'}`}
    >
      <header className="flex items-start gap-2">
        <h3 className="m-0 min-w-0 text-16 leading-6 font-semibold wrap-anywhere 2xl:text-20 2xl:leading-7">
          {result ? pickText(language, result.title) : words.busy}
        </h3>
        <IconButton
          icon="close"
          label={words.remove}
          className="-mt-1 -mr-1 ml-auto"
          onClick={() => setSearchParams(withoutTried(address, at))}
        />
      </header>
      {error !== null ? (
        <ErrorState error={error} onRetry={tried.again} />
      ) : result ? (
        <>
          <Differences difference={result.difference} />
          <Because result={result} />
          <footer className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 pt-2 text-12 text-ink-3 2xl:text-14">
            <Button
              small
              aria-pressed={drawn}
              onClick={() => setSearchParams({ drawn: drawn ? null : String(at) })}
            >
              <span aria-hidden="true" style={{ color: 'var(--series-4)' }}>
                ╍
              </span>
              {drawn ? words.shown : words.show}
            </Button>
            <span>{words.outcome(formatCompact(language, result.outcome.accountsLost))}</span>
            <span className="ml-auto">{words.took(`${(result.tookMs / 1000).toFixed(1)} s`)}</span>
          </footer>
        </>
      ) : (
        <>
          <span role="status" className="sr-only">
            {words.busy}
          </span>
          <Skeleton className="h-24" />
        </>
      )}
    </article>
  );
}

function Because({ result: { because, dropped } }: { result: WhatIf }) {
  const { text, language } = useReading();
  const { calendar } = useBoard().debrief.history;
  const words = text.debrief.whatIf;
  if (because.length === 0 && dropped.length === 0) return null;
  return (
    <div className="text-14 2xl:text-16">
      <h4 className="m-0 text-12 font-normal text-ink-3 2xl:text-14">{words.because}</h4>
      <ul className="m-0 flex list-none flex-col gap-1 p-0">
        {because.map((each, at) => (
          <li key={`${each.code} ${at}`} className="flex items-baseline gap-3">
            {each.at !== null && (
              <span className="figures shrink-0 text-12 text-ink-3 2xl:text-14">
                {formatMoment(language, calendar, each.at)}
              </span>
            )}
            <span>{pickText(language, each.text)}</span>
          </li>
        ))}
      </ul>
      {dropped.length > 0 && (
        <p className="m-0 mt-1 text-13 text-ink-3">{words.dropped(formatCount(dropped.length))}</p>
      )}
    </div>
  );
}
