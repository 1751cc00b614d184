'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { RunEvent } from '@dwell/simulator/router';
import { describeEvent, severityOf } from '@/i18n/describe-event.ts';
import { formatDate, formatDay } from '@/i18n/format-time.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { useListKeys } from '../command/use-list-keys.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { SeverityMark } from '../ui/badge.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLastLook } from './use-last-look.ts';

const PAGE = 60;

/** What happened, newest first, a heading a day. */
export function Feed({ onOpen }: { onOpen: (event: RunEvent) => void }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId, run, build } = useRun();
  const ready = build.state === 'ready';
  const [shopOnly, setShopOnly] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const query = useQuery(trpc.run.events.queryOptions({ runId }, { staleTime: Infinity }));
  const all = useMemo<readonly RunEvent[]>(() => query.data ?? [], [query.data]);
  const hasTruth = useMemo(() => all.some((event) => event.visibility === 'truth'), [all]);
  const events = useMemo(
    () =>
      all
        .filter((event) => !shopOnly || event.visibility === 'shop')
        .slice(-limit)
        .toReversed(),
    [all, shopOnly, limit],
  );
  const look = useLastLook();
  const fresh = look === null ? 0 : events.filter((event) => event.at > look).length;
  const { at, itemProps } = useListKeys(events.length, (index) => onOpen(events[index]!));
  return (
    <Panel
      flush
      title={text.situation.changed}
      aside={
        hasTruth && (
          <label className="inline-flex items-center gap-2">
            <input
              type="checkbox"
              checked={shopOnly}
              onChange={(event) => setShopOnly(event.target.checked)}
            />
            {text.situation.onlyShop}
          </label>
        )
      }
    >
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton className="m-4 h-24" />}
      {query.isSuccess && events.length === 0 && (
        <Empty title={ready ? text.situation.changedEmpty : text.situation.waits}>
          {ready ? text.situation.changedNow : text.situation.waitsNow}
        </Empty>
      )}
      {fresh > 0 && (
        <p className="m-0 px-4 pt-1 text-12 text-accent">
          ● {text.situation.sinceLook(formatCount(fresh))}{' '}
          <SimTimeText calendar={run.calendar} at={look!} />
        </p>
      )}
      <ol className="m-0 list-none p-0 pb-2">
        {events.map((event, index) => (
          <FeedItem
            key={`${event.at} ${event.kind} ${all.length - index}`}
            event={event}
            fresh={look !== null && event.at > look}
            dayBefore={events[index - 1]?.at}
            here={index === at}
            onOpen={() => onOpen(event)}
            itemProps={itemProps(index)}
          />
        ))}
      </ol>
      {all.length > limit && (
        <div className="px-4 pb-3">
          <Button small onClick={() => setLimit(limit + PAGE)}>
            {text.common.more}
          </Button>
        </div>
      )}
    </Panel>
  );
}

type ItemProps = {
  event: RunEvent;
  /** Has it happened since this person last looked? */
  fresh: boolean;
  dayBefore: number | undefined;
  here: boolean;
  onOpen: () => void;
  itemProps: { ref?: (node: HTMLElement | null) => void };
};

function FeedItem({ event, fresh, dayBefore, here, onOpen, itemProps }: ItemProps) {
  const { text, language } = useReading();
  const { run } = useRun();
  const day = formatDate(language, run.calendar, event.at);
  const heading = dayBefore === undefined || formatDate(language, run.calendar, dayBefore) !== day;
  return (
    <li>
      {heading && (
        <div className="px-4 pt-3 pb-1 text-12 text-ink-3">
          {day}, {formatDay(language, run.calendar, event.at)}
        </div>
      )}
      <button
        type="button"
        {...itemProps}
        onClick={onOpen}
        className={classNames(
          'flex w-full items-start gap-2 px-4 py-1 text-left text-13 hover:bg-surface-3',
          here && 'bg-surface-3',
        )}
      >
        <SimTimeText
          calendar={run.calendar}
          at={event.at}
          form="clock"
          className={classNames(
            'shrink-0 font-mono text-12 leading-5',
            fresh ? 'font-semibold text-accent' : 'text-ink-3',
          )}
        />
        <span className="leading-5">
          <SeverityMark severity={severityOf(event)} />
        </span>
        <span
          className={classNames(
            'min-w-0 leading-5',
            event.visibility === 'truth' ? 'text-ink-2' : 'text-ink-1',
          )}
        >
          {describeEvent(language, text, event)}
          {event.visibility === 'truth' && (
            <span className="ml-2 text-12 text-ink-3">{text.situation.truth}</span>
          )}
        </span>
      </button>
    </li>
  );
}
