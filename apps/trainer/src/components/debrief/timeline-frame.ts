import type { SimTime } from '@dwell/core/time';
import type { StretchAxis } from '../charts/stretch-axis.ts';
import type { AxisView } from './axis-view.ts';

/** Sizes of the drawing, px; larger where there is room, for the back row. */
export type TimelineSizes = {
  left: number;
  right: number;
  lane: number;
  gap: number;
  glyph: number;
  curve: number;
  font: number;
  label: number;
};

const SMALL: TimelineSizes = {
  ...{ left: 128, right: 164, lane: 52, gap: 26, glyph: 16, curve: 168, font: 12, label: 18 },
};
const LARGE: TimelineSizes = {
  ...{ left: 176, right: 216, lane: 62, gap: 34, glyph: 20, curve: 220, font: 14, label: 24 },
};

/** The drawing as it stands: where a time is, which time is there. */
export type TimelineFrame = {
  sizes: TimelineSizes;
  width: number;
  /** Edges of what is drawn, px. */
  left: number;
  right: number;
  from: SimTime;
  to: SimTime;
  x: (at: SimTime) => number;
  timeAt: (x: number) => SimTime;
};

/** Lays the part of the axis that is looked at out over a width. */
export function timelineFrame(
  axis: StretchAxis,
  view: AxisView,
  width: number,
  height: number,
): TimelineFrame {
  const sizes = width >= 1440 && height >= 860 ? LARGE : SMALL;
  const left = sizes.left;
  const right = Math.max(left + 120, width - sizes.right);
  const span = view.to - view.from;
  return {
    ...{ sizes, width, left, right },
    from: axis.timeAt(view.from),
    to: axis.timeAt(view.to),
    x: (at) => left + ((axis.place(at) - view.from) / span) * (right - left),
    timeAt: (x) => axis.timeAt(view.from + ((x - left) / (right - left)) * span),
  };
}
