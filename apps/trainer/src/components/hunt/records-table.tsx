'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { HuntRows } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { cellText, cellTitle } from './cell-text.ts';
import { columnWidth, shownColumns } from './columns.ts';

const ROW = 28;

type Props = {
  label: string;
  /** Null for the result of free SQL: every column is shown. */
  table: string | null;
  columns: HuntRows['columns'];
  rows: HuntRows['rows'];
  at: number;
  onOpen?: (index: number) => void;
  onEnd?: () => void;
};

/** Records, of which only those in sight are drawn. */
export function RecordsTable({ label, table, columns, rows, at, onOpen, onEnd }: Props) {
  const { language } = useReading();
  const { run } = useRun();
  const scroll = useRef<HTMLDivElement>(null);
  const shown = shownColumns(
    table,
    columns.map((column) => column.name),
  );
  const template = shown
    .map((i) => `${columnWidth(columns[i]!.name, columns[i]!.type)}px`)
    .join(' ');
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd?.();
  }, [last, rows.length, onEnd]);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <div
      ref={scroll}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto outline-offset-[-2px]"
    >
      <div
        role="rowgroup"
        className="sticky top-0 z-10 w-max min-w-full border-b border-line bg-surface-2"
      >
        <div
          role="row"
          className="grid h-7 items-center px-2 text-12 text-ink-3"
          style={{ gridTemplateColumns: template }}
        >
          {shown.map((i) => (
            <span
              key={i}
              role="columnheader"
              className={classNames('truncate px-2', isNumber(columns[i]!) && 'text-right')}
            >
              {columns[i]!.name}
            </span>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className="relative w-max min-w-full"
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows[item.index]!;
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={onOpen ? item.index === at : undefined}
              onClick={onOpen && (() => onOpen(item.index))}
              className={classNames(
                'absolute inset-x-0 grid h-7 items-center border-b border-line/50 px-2 font-mono text-12',
                onOpen && 'cursor-pointer hover:bg-surface-3',
                item.index === at && 'bg-accent-soft',
              )}
              style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)` }}
            >
              {shown.map((i) => {
                const value = row[i] ?? null;
                const cell =
                  isNumber(columns[i]!) && Number.isInteger(value)
                    ? formatCount(Number(value))
                    : cellText(language, run.calendar, columns[i]!.type, value);
                return (
                  <span
                    key={i}
                    role="cell"
                    title={cellTitle(run.calendar, columns[i]!.type, value)}
                    className={classNames(
                      'truncate px-2',
                      isNumber(columns[i]!) && 'text-right',
                      cell === '' ? 'text-ink-3' : 'text-ink-1',
                    )}
                  >
                    {cell === '' ? '·' : cell}
                  </span>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const IDENTIFIERS = /(_uid|_number|kid|day)$/;
const isNumber = (column: { name: string; type: string }) =>
  /integer|bigint|double|decimal|number/i.test(column.type) &&
  !IDENTIFIERS.test(column.name) &&
  column.name !== 'status_code';
