'use client';

import type { Situation } from '@dwell/simulator/router';
import { formatCompact, formatCount, formatWon } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Figure } from './figure.tsx';

/** From one account in so many on, figures of an hour or a few people are mostly chance. */
const NOISY_SCALE = 5000;

/** Totals since the start of the exercise; the exact figure on hover. */
export function Figures({ situation }: { situation: Situation }) {
  const { text, language } = useReading();
  const { totals, truth } = situation;
  const compact = (value: number) => formatCompact(language, value);
  const rows: [string, number, string][] = [
    [text.situation.requests, totals.requests, compact(totals.requests)],
    [text.situation.refused, totals.errors, compact(totals.errors)],
    [text.situation.orders, totals.orders, compact(totals.orders)],
    [text.situation.lostOrders, totals.lostOrders, compact(totals.lostOrders)],
    [text.situation.contacts, totals.contacts, compact(totals.contacts)],
    [text.situation.lockedOut, totals.lockedOut, compact(totals.lockedOut)],
  ];
  // Money is not everybody's to see.
  if (totals.cost !== null)
    rows.push([text.situation.cost, totals.cost, formatWon(language, totals.cost)]);
  const { scale } = situation.run;
  return (
    <div className="min-w-0 flex-1">
      <dl className="m-0 grid grid-cols-[repeat(auto-fit,minmax(104px,1fr))] gap-x-6 gap-y-3">
        {rows.map(([name, value, shown]) => (
          <Figure key={name} name={name} title={formatCount(value)}>
            {shown}
          </Figure>
        ))}
        {truth && (
          <>
            <Figure name={text.situation.attackRequests} title={formatCount(truth.attackRequests)}>
              {compact(truth.attackRequests)}
            </Figure>
            <Figure name={text.situation.attacker}>
              {text.world.attacker[truth.attackerState] ?? truth.attackerState}
            </Figure>
          </>
        )}
      </dl>
      {scale >= NOISY_SCALE && (
        <p className="m-0 mt-2 text-12 text-ink-3">
          {text.situation.drawnFrom(formatCount(scale))}
        </p>
      )}
    </div>
  );
}
