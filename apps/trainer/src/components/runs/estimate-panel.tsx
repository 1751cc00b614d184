'use client';

import type { ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatBytes, formatCompact, formatCount } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Figure } from '../situation/figure.tsx';
import { Badge } from '../ui/badge.tsx';
import { ErrorState } from '../ui/error-state.tsx';

type Props = {
  scenario: string;
  scale: number;
  start: string;
  action: (fits: boolean) => ReactNode;
};

/** What the history will cost before anybody asks for it. */
export function EstimatePanel({ scenario, scale, start, action }: Props) {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const query = useQuery(
    trpc.run.estimate.queryOptions(
      { scenario, scale, start },
      { placeholderData: keepPreviousData, enabled: scenario !== '' },
    ),
  );
  const estimate = query.data;
  return (
    <section
      aria-label={text.create.estimate}
      className="sticky bottom-0 flex flex-wrap items-center gap-x-12 gap-y-3 rounded-md border border-line-strong bg-surface-2 px-6 py-4"
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <dl className="m-0 flex flex-wrap gap-x-12 gap-y-2">
          <Figure
            name={text.create.records}
            title={estimate ? formatCount(estimate.records) : undefined}
          >
            {estimate ? `≈ ${formatCompact(language, estimate.records)}` : '…'}
          </Figure>
          <Figure name={text.create.size}>
            {estimate ? formatBytes(estimate.bytes) : '…'}
            {estimate && (
              <span className="ml-2 text-12 text-ink-3">
                {text.create.free(formatBytes(estimate.freeBytes))}
              </span>
            )}
          </Figure>
          <Figure name={text.create.time}>
            {estimate ? formatSpan(language, Math.max(1, estimate.buildSeconds) * 1000) : '…'}
          </Figure>
        </dl>
      )}
      <div className="ml-auto flex items-center gap-4">
        {estimate && !estimate.fits && <Badge severity="severe">{text.create.tooBig}</Badge>}
        {action(estimate?.fits !== false)}
      </div>
    </section>
  );
}
