'use client';

import { useMemo } from 'react';
import type { ProgressRow } from '@dwell/simulator/router';
import { DAY_MS } from '@dwell/core/time';
import { formatCompact } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { formatWall } from '@/i18n/format-wall.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { formatPoints } from './format-points.ts';
import { ProgressChart } from './progress-chart.tsx';
import { ProgressMark } from './progress-mark.tsx';
import { linesOf, placesOf } from './progress-series.ts';

const CLOCK = ' 09:05';

/** Score, time unseen and accounts lost over the exercises, with one key for all three. */
export function ProgressCharts({ rows }: { rows: readonly ProgressRow[] }) {
  const { text, language } = useReading();
  const words = text.progress;
  const drawn = useMemo(() => {
    const nameOf = (row: ProgressRow) => `${row.team}, ${pickText(language, row.title)}`;
    const of = (valueOf: (row: ProgressRow) => number | null) => linesOf(rows, valueOf, nameOf);
    const ended = new Map(rows.map((row) => [row.exerciseId, row.endedWallMs]));
    return {
      labels: placesOf(rows).map((id) =>
        formatWall(language, ended.get(id)!).slice(0, -CLOCK.length),
      ),
      score: of((row) => row.official ?? row.points),
      dwell: of((row) => (row.dwellMs === null ? null : row.dwellMs / DAY_MS)),
      lost: of((row) => row.accountsLost),
      nothing: of((row) => row.accountsLostByNothing),
    };
  }, [rows, language]);
  const { labels, score, dwell, lost, nothing } = drawn;
  const compact = (value: number) => formatCompact(language, value);
  return (
    <section aria-label={words.title} className="flex flex-col gap-4">
      <p className="m-0 flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
        {score.map(({ name }, at) => (
          <span key={name} className="inline-flex items-center gap-1">
            <svg width="14" height="14" aria-hidden="true">
              <ProgressMark at={at} x={7} y={7} />
            </svg>
            {name}
          </span>
        ))}
      </p>
      <div className="grid grid-cols-3 gap-4 max-xl:grid-cols-1">
        <ProgressChart
          {...{ labels, lines: score, title: words.score, note: words.scoreNote }}
          format={formatPoints}
          top={100}
        />
        <ProgressChart
          {...{ labels, lines: dwell, title: words.dwell, note: words.dwellNote }}
          format={(days) => formatSpan(language, days * DAY_MS)}
        />
        <ProgressChart
          {...{ labels, lines: lost, title: words.lost, note: words.lostNote }}
          ghosts={nothing}
          format={compact}
        />
      </div>
    </section>
  );
}
