'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { RunRow } from '@dwell/simulator/router';
import { formatShare } from '@/i18n/format-number.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { useListKeys } from '../command/use-list-keys.ts';
import { buttonClass } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Meter } from '../ui/meter.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';
import { PageFrame } from './page-frame.tsx';
import { RunClock } from './run-clock.tsx';

/** Every run there is. */
export function RunsScreen() {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { text, language } = useReading();
  const [doomed, setDoomed] = useState<RunRow | null>(null);
  const list = useQuery(trpc.run.list.queryOptions(undefined, { refetchInterval: 4000 }));
  const runs = useMemo(() => (list.data ?? []) as readonly RunRow[], [list.data]);
  const remove = useMutation(
    trpc.run.remove.mutationOptions({
      onSettled: () => {
        setDoomed(null);
        void queryClient.invalidateQueries({ queryKey: trpc.run.list.queryKey() });
      },
    }),
  );
  const { at, itemProps } = useListKeys(runs.length, (index) =>
    router.push(`/runs/${runs[index]!.id}`),
  );
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'new-run',
        title: text.runs.create,
        group: 'act',
        keys: 'c',
        run: () => router.push('/runs/new'),
      },
    ],
    [text, router],
  );
  useCommands(commands);
  const create = (
    <Link href="/runs/new" className={classNames(buttonClass('primary'), 'no-underline')}>
      {text.runs.create}
    </Link>
  );
  return (
    <PageFrame title={text.runs.title} action={create}>
      {list.isPending && <Skeleton className="h-40" />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {remove.isError && <ErrorState error={remove.error} />}
      {list.isSuccess && runs.length === 0 && (
        <Empty title={text.runs.empty} action={create}>
          {text.runs.emptyNow}
        </Empty>
      )}
      {runs.length > 0 && (
        <div className="overflow-x-auto rounded-md border border-line bg-surface-2">
          <Table
            label={text.runs.title}
            head={[
              text.runs.name,
              text.runs.scenario,
              text.runs.clock,
              text.runs.history,
              text.runs.scale,
              text.runs.seed,
              <span key="x" className="sr-only">
                {text.runs.remove}
              </span>,
            ]}
          >
            {runs.map((run, index) => (
              <Row
                key={run.id}
                className={classNames('h-10! hover:bg-surface-3', index === at && 'bg-surface-3')}
              >
                <Cell className="max-w-[320px] truncate">
                  <Link
                    href={`/runs/${run.id}`}
                    className="font-medium text-ink-1 no-underline hover:text-accent"
                    {...itemProps(index)}
                  >
                    {run.name}
                  </Link>
                  {run.parent && (
                    <span className="ml-2 text-12 text-ink-3">
                      {text.runs.copyOf(formatMoment(language, run.calendar, run.parent.at))}
                    </span>
                  )}
                </Cell>
                <Cell className="max-w-[180px] truncate text-ink-2">
                  {pickText(language, run.scenarioTitle)}
                </Cell>
                <Cell>
                  <RunClock run={run} />
                </Cell>
                <Cell>
                  <BuildCell run={run} />
                </Cell>
                <Cell className="text-ink-2">1:{run.scale}</Cell>
                <Cell className="font-mono text-12 text-ink-2">{run.seed}</Cell>
                <Cell number>
                  <IconButton
                    icon="trash"
                    label={`${text.runs.remove}: ${run.name}`}
                    onClick={() => setDoomed(run)}
                  />
                </Cell>
              </Row>
            ))}
          </Table>
        </div>
      )}
      {doomed && (
        <Confirm
          danger
          title={text.runs.removeTitle(doomed.name)}
          act={text.runs.remove}
          cancel={text.common.cancel}
          busy={remove.isPending}
          onAct={() => remove.mutate({ runId: doomed.id })}
          onCancel={() => setDoomed(null)}
        >
          {text.runs.removeText}
        </Confirm>
      )}
    </PageFrame>
  );
}

function BuildCell({ run }: { run: RunRow }) {
  const { text } = useReading();
  const { state, progress } = run.build;
  if (state !== 'running')
    return (
      <span className={state === 'failed' ? 'text-severe' : 'text-ink-2'}>
        {text.runs.build[state]}
      </span>
    );
  return (
    <span className="inline-flex w-32 items-center gap-2">
      <Meter thin tone="past" label={text.runs.build.running} share={progress} />
      <span className="text-12 text-ink-2">{formatShare(progress)}</span>
    </span>
  );
}
