'use client';

import { useState } from 'react';
import { formatCompact } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { TimeChart } from '../charts/time-chart.tsx';
import { type Span, useHours } from '../situation/use-hours.ts';
import { Choice } from '../ui/choice.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const SPANS: readonly Span[] = ['day', 'week', 'month', 'all'];

/** How the shop does: orders, logins, contacts, locked out, per hour. */
export function Health() {
  const { text, language } = useReading();
  const { run } = useRun();
  const [span, setSpan] = useState<Span>('day');
  const { shown, isPending, isError, error, refetch } = useHours(span);
  const compact = (value: number) => formatCompact(language, value);
  const charts = shown
    ? [
        {
          id: 'orders',
          name: text.situation.shopCurve,
          series: [
            ['orders', text.situation.orders, '--series-1', shown.orders],
            ['lost', text.situation.lostOrders, '--series-2', shown.lostOrders],
          ] as const,
        },
        {
          id: 'logins',
          name: text.shop.loginCurve,
          series: [
            ['logins', text.situation.logins, '--series-3', shown.logins],
            ['failures', text.situation.loginFailures, '--series-2', shown.loginFailures],
          ] as const,
        },
        {
          id: 'contacts',
          name: text.situation.contactCurve,
          series: [['contacts', text.situation.contacts, '--series-4', shown.contacts]] as const,
        },
        {
          id: 'locked',
          name: text.situation.lockedOut,
          series: [['locked', text.situation.lockedOut, '--series-6', shown.lockedOut]] as const,
        },
      ]
    : [];
  return (
    <Panel
      title={text.shop.health}
      aside={
        <Choice
          label={text.situation.span}
          hideLabel
          options={SPANS.map((id) => ({ id, text: text.situation.spans[id] }))}
          at={span}
          onPick={setSpan}
        />
      }
    >
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton className="h-40" />}
      {shown && shown.at.length < 2 && (
        <Empty title={text.situation.noHours}>{text.situation.noHoursNow}</Empty>
      )}
      {shown && shown.at.length > 1 && (
        <div className="grid grid-cols-4 gap-6 max-2xl:grid-cols-2">
          {charts.map((chart) => (
            <div key={chart.id} className="min-w-0">
              <TimeChart
                label={chart.name}
                calendar={run.calendar}
                at={shown.at}
                historyUntil={run.startAt}
                series={chart.series.map(([id, name, colour, values]) => ({
                  id,
                  name,
                  colour,
                  values,
                }))}
                format={compact}
                height={96}
              />
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}
