'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { formatCount, formatWon } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** Everything the shop holds about a member number; all of it is invented. */
export function CustomerDrawer({ number, onClose }: { number: number; onClose: () => void }) {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { runId, run } = useRun();
  const query = useQuery(trpc.shop.customer.queryOptions({ runId, number }));
  const card = query.data;
  return (
    <ContextDrawer
      title={card?.name ?? formatCount(number)}
      label={text.frame.context}
      onClose={onClose}
    >
      {query.isPending && <Skeleton className="h-40" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {card === null && <Empty title={text.shop.customerNone}>{text.shop.customerNoneNow}</Empty>}
      {card && (
        <div className="flex flex-col gap-5 text-13">
          <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-ink-3">{text.shop.number}</dt>
            <dd className="m-0 font-mono text-12 leading-5">
              <Link
                href={`/runs/${runId}/hunt?q=${encodeURIComponent(`target_uid:${card.number}`)}`}
                className="text-accent"
              >
                {formatCount(card.number)}
              </Link>
            </dd>
            <dt className="text-ink-3">{text.shop.statusHead}</dt>
            <dd className="m-0">{text.shop.status[card.status]}</dd>
            <dt className="text-ink-3">{text.shop.email}</dt>
            <dd className="m-0 break-all">{card.email}</dd>
            <dt className="text-ink-3">{text.shop.phone}</dt>
            <dd className="m-0">{card.phone}</dd>
          </dl>
          <section>
            <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.shop.addresses}</h3>
            {card.addresses.length === 0 && (
              <p className="m-0 text-ink-2">{text.shop.noAddresses}</p>
            )}
            <ul className="m-0 flex list-none flex-col gap-2 p-0">
              {card.addresses.map((address, at) => (
                <li key={at} className="rounded-md border border-line p-2">
                  <div>
                    {address.label} · {address.recipient}
                    {address.nonMember && (
                      <span className="ml-2 text-12 text-ink-3">{text.shop.nonMember}</span>
                    )}
                  </div>
                  <div className="text-ink-2">{address.line}</div>
                  <div className="text-12 text-ink-3">
                    {address.phone} · {text.shop.doorCode} {address.doorCode}
                  </div>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.shop.orderList}</h3>
            {card.orders.length === 0 && <p className="m-0 text-ink-2">{text.shop.noOrders}</p>}
            <ul className="m-0 list-none p-0">
              {card.orders.map((order) => (
                <li key={order.id} className="border-t border-line py-2">
                  <div className="flex justify-between gap-2">
                    <SimTimeText
                      calendar={run.calendar}
                      at={order.placedAt}
                      className="text-12 text-ink-3"
                    />
                    <span>{formatWon(language, order.totalWon)}</span>
                  </div>
                  <div className="text-ink-2">
                    {order.items.map((item) => `${item.name} × ${item.quantity}`).join(', ')}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </ContextDrawer>
  );
}
