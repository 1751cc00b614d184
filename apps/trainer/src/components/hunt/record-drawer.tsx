'use client';

import { useQuery } from '@tanstack/react-query';
import { MINUTE_MS } from '@dwell/core/time';
import type { Cell, HuntRows } from '@dwell/simulator/router';
import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { cellText, cellTime, cellTitle, isTimeType } from './cell-text.ts';
import type { RecordCells } from './decode-token.ts';
import { gatesAt } from './gates-at.ts';
import { clause, toggleClause } from './query-text.ts';
import { PinButton } from './pin-button.tsx';
import { TokenCard } from './token-card.tsx';
import type { Hunt } from './use-hunt.ts';

const PIVOTS = [
  'token_uid',
  'target_uid',
  'actor_user_uid',
  'user_uid',
  'src_ip',
  'src_network',
  'jwt_kid',
  'actor',
  'job',
  'rule',
];

type Props = {
  hunt: Hunt;
  columns: HuntRows['columns'];
  row: readonly Cell[];
  onClose: () => void;
};

/** One record in full, its token taken apart, and where to look further. */
export function RecordDrawer({ hunt, columns, row, onClose }: Props) {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { runId, run } = useRun();
  const situation = useQuery(trpc.run.situation.queryOptions({ runId }));
  const record: RecordCells = Object.fromEntries(
    columns.map((column, i) => [column.name, row[i] ?? null]),
  );
  const at = cellTime(run.calendar, record['time'] ?? null);
  const events = useQuery(trpc.run.events.queryOptions({ runId }, { staleTime: Infinity }));
  const gatesThen = gatesAt(situation.data?.gateway ?? [], events.data ?? [], at ?? run.endAt);
  const pivots = PIVOTS.filter(
    (field) =>
      record[field] !== undefined &&
      record[field] !== null &&
      // A member who speaks for himself is asked for once.
      !(field === 'actor_user_uid' && record[field] === record['target_uid']),
  );
  const go = (changes: Record<string, string | null>) => hunt.set({ rec: null, ...changes }, true);
  const title = at === null ? text.hunt.record : formatMoment(language, run.calendar, at, true);
  return (
    <ContextDrawer
      title={
        <span
          className="font-mono text-13"
          title={at === null ? undefined : cellTitle(run.calendar, 'time', record['time'] ?? null)}
        >
          {title}
        </span>
      }
      label={text.hunt.record}
      onClose={onClose}
    >
      <div className="flex flex-col gap-6">
        <PinButton table={hunt.state.table} record={record} at={at} />
        {hunt.state.table === 'http_activity' && <TokenCard record={record} gates={gatesThen} />}
        <section>
          <h3 className="m-0 mb-2 text-12 font-normal text-ink-3">{text.hunt.pivots}</h3>
          <div className="flex flex-col items-start gap-1">
            {pivots.map((field) => (
              <Button
                key={field}
                small
                kind="quiet"
                className="max-w-full"
                onClick={() => go({ q: clause(field, record[field]!, false) })}
              >
                <span className="truncate">{text.hunt.pivot(field, String(record[field]))}</span>
              </Button>
            ))}
            {hunt.state.table === 'http_activity' && record['token_uid'] !== null && (
              <Button
                small
                kind="quiet"
                className="max-w-full"
                onClick={() =>
                  go({
                    table: 'authentication',
                    q: clause('token_uid', record['token_uid']!, false),
                    from: null,
                    to: null,
                    span: 'all',
                  })
                }
              >
                {text.hunt.wasIssued}
              </Button>
            )}
            {at !== null && (
              <Button
                small
                kind="quiet"
                onClick={() =>
                  go({
                    from: String(Math.max(0, Math.round(at - 10 * MINUTE_MS))),
                    to: String(Math.round(at + 10 * MINUTE_MS)),
                    span: null,
                  })
                }
              >
                {text.hunt.around}
              </Button>
            )}
          </div>
        </section>
        <section>
          <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.hunt.fields}</h3>
          <dl className="m-0 font-mono text-12">
            {columns.map((column, i) => {
              const value = row[i] ?? null;
              const shown = cellText(language, run.calendar, column.type, value);
              return (
                <div
                  key={column.name}
                  className="group flex min-h-6 items-start gap-2 border-t border-line/60 py-1"
                >
                  <dt className="w-[132px] shrink-0 break-all text-ink-3">{column.name}</dt>
                  <dd className="m-0 flex min-w-0 flex-1 items-start gap-2">
                    <span
                      title={
                        isTimeType(column.type)
                          ? cellTitle(run.calendar, column.type, value)
                          : undefined
                      }
                      className="min-w-0 flex-1 break-all"
                    >
                      {shown === '' ? <span className="text-ink-3">·</span> : shown}
                    </span>
                    {!isTimeType(column.type) && (
                      <span className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
                        <IconButton
                          icon="plus"
                          className="size-5!"
                          label={text.hunt.include(`${column.name} ${shown}`)}
                          onClick={() =>
                            go({
                              q: toggleClause(hunt.state.query, column.name, value, false) || null,
                            })
                          }
                        />
                        <IconButton
                          icon="minus"
                          className="size-5!"
                          label={text.hunt.exclude(`${column.name} ${shown}`)}
                          onClick={() =>
                            go({
                              q: toggleClause(hunt.state.query, column.name, value, true) || null,
                            })
                          }
                        />
                      </span>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      </div>
    </ContextDrawer>
  );
}
