'use client';

import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Moment } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { writeAround } from './debrief-address.ts';
import { useBoard } from './board.tsx';
import { Lane } from './lane.tsx';
import { nextMark } from './next-mark.ts';
import { type Mark, thinMoments } from './thin-moments.ts';
import type { TimelineFrame } from './timeline-frame.ts';
import type { TimelineView } from './use-timeline-view.ts';

export const LANES = ['happened', 'seen', 'done'] as const;
type LaneId = (typeof LANES)[number];

type Props = { frame: TimelineFrame; tools: TimelineView };

/** What happened, what could be seen, what was done, beneath each other: one mark a place. */
export function Lanes({ frame, tools }: Props) {
  const { text } = useReading();
  const { debrief, address, lit, falseAlerts } = useBoard();
  const { moments } = debrief.history;
  const byLane = useMemo(
    () => LANES.map((lane) => moments.filter((moment) => moment.lane === lane)),
    [moments],
  );
  const shown = useMemo(() => withMoment(lit, address.moment), [lit, address.moment]);
  const marks = useMemo(
    () => byLane.map((each) => marksOf(each, frame, shown, falseAlerts)),
    [byLane, frame, shown, falseAlerts],
  );
  const ref = useRef<HTMLDivElement>(null);
  const [tabbed, setTabbed] = useState<Partial<Record<LaneId, string>>>({});
  const keptAt = useRef<{ lane: number; x: number } | null>(null);
  const open = useCallback((lane: LaneId, mark: Mark) => {
    const one = mark.count === 1;
    setSearchParams(
      {
        moment: one ? mark.main.id : null,
        around: one ? null : writeAround({ lane, from: mark.from, to: mark.to }),
        figure: null,
      },
      true,
    );
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-mark]');
    if (!button || event.ctrlKey || event.metaKey || event.altKey) return;
    const lane = Number(button.dataset.lane);
    const here = Number(button.dataset.mark);
    const to = nextMark(marks, { lane, mark: here }, event.key);
    if (to) {
      event.preventDefault();
      focusMark(ref.current, to.lane, to.mark);
    }
    if ('+-='.includes(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      const x = marks[lane]![here]!.x;
      keptAt.current = { lane, x };
      const { from, to: end } = tools.view;
      const share = (x - frame.left) / (frame.right - frame.left);
      tools.zoom(event.key === '-' ? 2 : 0.5, from + share * (end - from));
    }
  };
  useEffect(() => {
    const kept = keptAt.current;
    keptAt.current = null;
    if (!kept) return;
    const near = nearestTo(marks[kept.lane]!, kept.x);
    if (near >= 0) focusMark(ref.current, kept.lane, near);
  }, [marks]);
  return (
    <div ref={ref} onKeyDown={onKeyDown} role="group" aria-label={text.debrief.timeline.laneKeys}>
      {LANES.map((lane, at) => (
        <Lane
          key={lane}
          lane={lane}
          index={at}
          marks={marks[at]!}
          total={byLane[at]!.length}
          frame={frame}
          tabbed={tabbed[lane] ?? null}
          onFocus={(id) => setTabbed((old) => ({ ...old, [lane]: id }))}
          onOpen={(mark) => open(lane, mark)}
        />
      ))}
    </div>
  );
}

const marksOf = (
  moments: readonly Moment[],
  { x, left, right, sizes }: TimelineFrame,
  lit: ReadonlySet<string>,
  falseAlerts: ReadonlySet<string>,
) => thinMoments(moments, { x, left, right, gap: sizes.gap, lit, falseAlerts });

const withMoment = (lit: ReadonlySet<string>, moment: string | null) =>
  moment === null ? lit : new Set([...lit, moment]);

function nearestTo(marks: readonly Mark[], x: number): number {
  let best = -1;
  for (const [at, mark] of marks.entries())
    if (best < 0 || Math.abs(mark.x - x) < Math.abs(marks[best]!.x - x)) best = at;
  return best;
}

function focusMark(root: HTMLElement | null, lane: number, mark: number): void {
  root?.querySelector<HTMLElement>(`[data-lane="${lane}"][data-mark="${mark}"]`)?.focus();
}
