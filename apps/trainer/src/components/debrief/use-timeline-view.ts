'use client';

import { useCallback, useMemo } from 'react';
import { setSearchParams } from '@/live/search-params.ts';
import {
  type AxisView,
  clampView,
  panView,
  viewAround,
  WHOLE_VIEW,
  zoomView,
} from './axis-view.ts';
import { useBoard } from './board.tsx';

/** The part of the axis that is drawn: the address holds it as times, so that it outlives a change of axis. */
export function useTimelineView() {
  const { axis, address } = useBoard();
  const { span } = address;
  const view = useMemo<AxisView>(
    () => (span ? clampView({ from: axis.place(span.from), to: axis.place(span.to) }) : WHOLE_VIEW),
    [axis, span],
  );
  const show = useCallback(
    (next: AxisView) => {
      const whole = next.from <= 0 && next.to >= 1;
      const from = Math.round(axis.timeAt(next.from));
      const to = Math.round(axis.timeAt(next.to));
      setSearchParams({ span: whole ? null : `${Math.max(0, from)}-${Math.max(1, to)}` });
    },
    [axis],
  );
  return useMemo(
    () => ({
      view,
      show,
      zoom: (factor: number, around = (view.from + view.to) / 2) =>
        show(zoomView(view, factor, around)),
      pan: (by: number) => show(panView(view, by)),
      whole: () => show(WHOLE_VIEW),
      around: (places: readonly number[]) => show(viewAround(places)),
    }),
    [view, show],
  );
}

export type TimelineView = ReturnType<typeof useTimelineView>;
