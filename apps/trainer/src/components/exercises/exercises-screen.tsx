'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { ExerciseRow } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { useListKeys } from '../command/use-list-keys.ts';
import { PageFrame } from '../runs/page-frame.tsx';
import { buttonClass } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { DiskLine } from './disk-line.tsx';
import { ExerciseLine } from './exercise-line.tsx';

/** Every exercise there is, newest first. */
export function ExercisesScreen() {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { text } = useReading();
  const [doomed, setDoomed] = useState<ExerciseRow | null>(null);
  const list = useQuery(trpc.exercise.list.queryOptions(undefined, { refetchInterval: 3000 }));
  const rows = useMemo(() => (list.data ?? []) as readonly ExerciseRow[], [list.data]);
  const remove = useMutation(
    trpc.exercise.remove.mutationOptions({
      onSettled: () => {
        setDoomed(null);
        void queryClient.invalidateQueries({ queryKey: trpc.exercise.list.queryKey() });
      },
    }),
  );
  const { at, itemProps } = useListKeys(rows.length, (index) =>
    router.push(`/exercises/${rows[index]!.id}`),
  );
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'new-exercise',
        title: text.exercises.create,
        group: 'act',
        keys: 'c',
        run: () => router.push('/exercises/new'),
      },
    ],
    [text, router],
  );
  useCommands(commands);
  const words = text.exercises;
  const create = (
    <Link href="/exercises/new" className={classNames(buttonClass('primary'), 'no-underline')}>
      {words.create}
    </Link>
  );
  const head = [words.name, words.code, words.state, words.teams, words.people, words.history];
  return (
    <PageFrame
      title={words.title}
      action={
        <span className="flex items-center gap-2">
          <Link
            href="/exercises/progress"
            className={classNames(buttonClass('quiet'), 'no-underline')}
          >
            {text.progress.open}
          </Link>
          {create}
        </span>
      }
    >
      {list.isPending && <Skeleton className="h-40" />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {remove.isError && <ErrorState error={remove.error} />}
      {list.isSuccess && rows.length === 0 && (
        <Empty title={words.empty} action={create}>
          {words.emptyNow}
        </Empty>
      )}
      {rows.length > 0 && (
        <div className="overflow-x-auto rounded-md border border-line bg-surface-2">
          <Table
            label={words.title}
            head={[
              ...head,
              words.created,
              <span key="x" className="sr-only">
                {words.remove}
              </span>,
            ]}
          >
            {rows.map((row, index) => (
              <ExerciseLine
                key={row.id}
                row={row}
                marked={index === at}
                link={itemProps(index)}
                onRemove={() => setDoomed(row)}
              />
            ))}
          </Table>
        </div>
      )}
      <DiskLine />
      {doomed && (
        <Confirm
          danger
          title={words.removeTitle(doomed.name)}
          act={words.remove}
          cancel={text.common.cancel}
          busy={remove.isPending}
          onAct={() => remove.mutate({ exerciseId: doomed.id })}
          onCancel={() => setDoomed(null)}
        >
          {words.removeText}
        </Confirm>
      )}
    </PageFrame>
  );
}
