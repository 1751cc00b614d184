'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useTRPC } from '@/trpc/client.ts';
import { useListKeys } from '../command/use-list-keys.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';

/** The working set of customers, and a door to any member number. */
export function Customers({ runId }: { runId: string }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const opened = useSearchParams().get('member');
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(0);
  const search = useDeferredValue(typed.trim());
  const number = /^[\d,]+$/.test(search) ? Number(search.replaceAll(',', '')) : null;
  const list = useQuery(
    trpc.shop.customers.queryOptions(
      { runId, search: search || undefined, page },
      { placeholderData: keepPreviousData },
    ),
  );
  const rows = list.data?.rows ?? [];
  const open = (member: number) => setSearchParams({ member: String(member) });
  const { at, itemProps } = useListKeys(rows.length, (index) => open(rows[index]!.number));
  return (
    <Panel title={text.shop.customers} flush>
      <form
        className="flex items-end gap-3 px-4 py-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (number !== null) open(number);
        }}
      >
        <Field
          label={text.shop.customerSearch}
          value={typed}
          type="search"
          data-query=""
          onChange={(event) => {
            setTyped(event.target.value);
            setPage(0);
          }}
          className="w-72"
        />
        {number !== null && number > 0 && (
          <Button type="submit">{text.shop.openNumber(formatCount(number))}</Button>
        )}
      </form>
      <p className="m-0 px-4 pb-2 text-12 text-ink-3">{text.shop.customerNow}</p>
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <Empty title={text.shop.customerEmpty}>{text.shop.customerNow}</Empty>
      )}
      {rows.length > 0 && (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={text.shop.customers}>
          <Table
            label={text.shop.customers}
            head={[
              text.shop.number,
              text.shop.nameHead,
              text.shop.statusHead,
              text.shop.email,
              text.shop.phone,
              text.shop.orderList,
            ]}
          >
            {rows.map((row, index) => (
              <Row
                key={row.number}
                className={classNames(
                  'hover:bg-surface-3',
                  (index === at || String(row.number) === opened) && 'bg-surface-3',
                )}
              >
                <Cell className="font-mono text-12">
                  <button
                    type="button"
                    className="text-accent hover:underline"
                    {...itemProps(index)}
                    onClick={() => open(row.number)}
                  >
                    {formatCount(row.number)}
                  </button>
                </Cell>
                <Cell>{row.name}</Cell>
                <Cell className="text-ink-2">{text.shop.status[row.status]}</Cell>
                <Cell className="font-mono text-12 text-ink-2">{row.email}</Cell>
                <Cell className="font-mono text-12 text-ink-2">{row.phone}</Cell>
                <Cell>{row.orders}</Cell>
              </Row>
            ))}
          </Table>
        </div>
      )}
      {list.data && list.data.total > list.data.pageSize && (
        <div className="flex items-center gap-3 px-4 py-2 text-12 text-ink-3">
          <Button
            small
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
            aria-label={text.shop.pageBack}
          >
            ←
          </Button>
          {formatCount(page * list.data.pageSize + 1)}–
          {formatCount(Math.min(list.data.total, (page + 1) * list.data.pageSize))} /{' '}
          {formatCount(list.data.total)}
          <Button
            small
            disabled={(page + 1) * list.data.pageSize >= list.data.total}
            onClick={() => setPage(page + 1)}
            aria-label={text.shop.pageOn}
          >
            →
          </Button>
        </div>
      )}
    </Panel>
  );
}
