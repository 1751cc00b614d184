'use client';

import Link from 'next/link';
import type { Ref } from 'react';
import type { ExerciseRow } from '@dwell/simulator/router';
import { formatShare } from '@/i18n/format-number.ts';
import { formatWall } from '@/i18n/format-wall.ts';
import { useReading } from '@/i18n/provider.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Meter } from '../ui/meter.tsx';
import { Cell, Row } from '../ui/table.tsx';
import { ExerciseStateBadge } from './exercise-state.tsx';

type Props = {
  row: ExerciseRow;
  marked: boolean;
  link: { ref: Ref<HTMLAnchorElement> };
  onRemove: () => void;
};

/** An exercise as a line of the list. */
export function ExerciseLine({ row, marked, link, onRemove }: Props) {
  const { text, language } = useReading();
  const words = text.exercises;
  return (
    <Row className={classNames('h-10! hover:bg-surface-3', marked && 'bg-surface-3')}>
      <Cell className="max-w-[360px] truncate">
        <Link
          href={row.solo && row.state !== 'ended' ? `/seat/${row.id}` : `/exercises/${row.id}`}
          className="font-medium text-ink-1 no-underline hover:text-accent"
          {...link}
        >
          {row.name}
        </Link>
        {row.solo && <span className="ml-2 text-12 text-ink-3">{words.solo}</span>}
      </Cell>
      <Cell>
        <span className="inline-flex items-center gap-1 font-mono text-13 tracking-wider">
          {row.code}
          <CopyButton label={words.copyCode(row.code)} value={row.code} />
        </span>
      </Cell>
      <Cell>
        <span className="inline-flex items-center gap-3">
          <ExerciseStateBadge state={row.state} />
          {row.state !== 'lobby' && (
            <Link
              href={`/exercises/${row.id}/debrief`}
              aria-label={`${text.debrief.open}: ${row.name}`}
              className="text-12 text-accent no-underline hover:underline"
            >
              {text.debrief.open}
            </Link>
          )}
        </span>
      </Cell>
      <Cell className="text-ink-2">{row.teams}</Cell>
      <Cell className="text-ink-2">{row.people}</Cell>
      <Cell>
        <BuildShare build={row.build} />
      </Cell>
      <Cell className="text-ink-2">{formatWall(language, row.createdAtWallMs)}</Cell>
      <Cell number>
        <IconButton icon="trash" label={`${words.remove}: ${row.name}`} onClick={onRemove} />
      </Cell>
    </Row>
  );
}

/** How far the history is that the teams share. */
export function BuildShare({ build }: { build: ExerciseRow['build'] }) {
  const { text } = useReading();
  if (build.state !== 'running')
    return (
      <span className={build.state === 'failed' ? 'text-severe' : 'text-ink-2'}>
        {text.runs.build[build.state]}
      </span>
    );
  return (
    <span className="inline-flex w-32 items-center gap-2">
      <Meter thin tone="past" label={text.runs.build.running} share={build.progress} />
      <span className="text-12 text-ink-2">{formatShare(build.progress)}</span>
    </span>
  );
}
