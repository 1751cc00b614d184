'use client';

import Link from 'next/link';
import type { ProgressRow } from '@dwell/simulator/router';
import { formatCompact } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { formatWall } from '@/i18n/format-wall.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';
import { formatPoints } from './format-points.ts';

/** The figures of every exercise that has ended, newest first; each leads to its report. */
export function ProgressTable({ rows }: { rows: readonly ProgressRow[] }) {
  const { text } = useReading();
  const words = text.progress;
  const newest = rows.toSorted((a, b) => b.endedWallMs - a.endedWallMs);
  return (
    <div
      className="overflow-x-auto rounded-md border border-line bg-surface-2"
      role="group"
      aria-label={words.title}
      tabIndex={0}
    >
      <Table
        label={words.title}
        head={[
          ...[words.exercise, words.kind, words.team, words.ended, words.score, words.dwell],
          ...[words.detected, words.contained, words.lost, words.letters],
        ]}
      >
        {newest.map((row) => (
          <Line key={`${row.exerciseId} ${row.team}`} row={row} />
        ))}
      </Table>
    </div>
  );
}

function Line({ row }: { row: ProgressRow }) {
  const { text, language } = useReading();
  const words = text.progress;
  const span = (ms: number | null) =>
    ms === null ? <span className="text-ink-3">{words.never}</span> : formatSpan(language, ms);
  const given = row.letters.filter(({ letter }) => letter !== null);
  const score = row.official ?? row.points;
  return (
    <Row className="h-10! hover:bg-surface-3">
      <Cell className="max-w-[260px] truncate">
        <Link
          href={`/exercises/${row.exerciseId}/debrief/report`}
          className="font-medium text-ink-1 no-underline hover:text-accent"
        >
          {row.name}
        </Link>
      </Cell>
      <Cell className="text-ink-2">{pickText(language, row.title)}</Cell>
      <Cell className="text-ink-2">{row.team}</Cell>
      <Cell className="text-ink-2">{formatWall(language, row.endedWallMs)}</Cell>
      <Cell>
        {score === null ? '–' : formatPoints(score)}
        {row.official !== null && <span className="ml-2 text-12 text-ink-3">{words.official}</span>}
      </Cell>
      <Cell>{span(row.dwellMs)}</Cell>
      <Cell>{span(row.detectedMs)}</Cell>
      <Cell>{span(row.containedMs)}</Cell>
      <Cell>{formatCompact(language, row.accountsLost)}</Cell>
      <Cell className="font-mono text-12">
        {given.length === 0 ? (
          <span className="font-sans text-ink-3">{words.unrated}</span>
        ) : (
          row.letters.map(({ letter }) => letter ?? '·').join(' ')
        )}
      </Cell>
    </Row>
  );
}
