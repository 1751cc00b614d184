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
import type { StretchAxis } from '../charts/stretch-axis.ts';
import { useBoard } from './board.tsx';
import { type DebriefAddress, readAddress } from './debrief-address.ts';

const viewOf = (axis: StretchAxis, span: DebriefAddress['span']): AxisView =>
  span ? clampView({ from: axis.place(span.from), to: axis.place(span.to) }) : WHOLE_VIEW;

/** What is drawn once everything asked for so far is: keys may be faster than drawing. */
const viewAsked = (axis: StretchAxis): AxisView =>
  viewOf(axis, readAddress(new URLSearchParams(window.location.search)).span);

/** The part of the axis that is drawn: the address holds it as times, so that it outlives a change of axis. */
export function useTimelineView() {
  const { axis, address } = useBoard();
  const { span } = address;
  const view = useMemo(() => viewOf(axis, span), [axis, span]);
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
      zoom: (factor: number, around?: number) => {
        const asked = viewAsked(axis);
        show(zoomView(asked, factor, around ?? (asked.from + asked.to) / 2));
      },
      pan: (by: number) => show(panView(viewAsked(axis), by)),
      whole: () => show(WHOLE_VIEW),
      around: (places: readonly number[]) => show(viewAround(places)),
    }),
    [view, show, axis],
  );
}

export type TimelineView = ReturnType<typeof useTimelineView>;
