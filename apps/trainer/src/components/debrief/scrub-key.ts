import { MINUTE_MS, type SimTime } from '@dwell/core/time';
import type { TimelineFrame } from './timeline-frame.ts';

type Here = {
  at: SimTime;
  from: SimTime;
  to: SimTime;
  frame: Pick<TimelineFrame, 'x' | 'timeAt' | 'left' | 'right'>;
};

/** Parts of the drawing that an arrow and a page move by. */
const ARROW = 1 / 200;
const PAGE = 1 / 10;

/**
 * Where a key moves the line: arrows by a two-hundredth of what is drawn and by a minute at least, pages by
 * a tenth, Home and End to the ends. Null: not a key of ours.
 */
export function scrubKey(key: string, { at, from, to, frame }: Here): SimTime | null {
  if (key === 'Home') return from;
  if (key === 'End') return to;
  const by = MOVES[key];
  if (by === undefined) return null;
  const moved = frame.timeAt(frame.x(at) + by * (frame.right - frame.left));
  const least = at + Math.sign(by) * MINUTE_MS;
  return Math.max(from, Math.min(to, by > 0 ? Math.max(least, moved) : Math.min(least, moved)));
}

const MOVES: Readonly<Record<string, number>> = {
  ArrowRight: ARROW,
  ArrowUp: ARROW,
  ArrowLeft: -ARROW,
  ArrowDown: -ARROW,
  PageUp: PAGE,
  PageDown: -PAGE,
};
