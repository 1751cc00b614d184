'use client';

import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { DAY_MS } from '@dwell/core/time';
import { formatClock, formatDate, formatSimTime } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { axisTicks } from './axis-ticks.ts';
import { useBoard } from './board.tsx';
import { usePlaceLine, useScrub } from './scrub.tsx';
import { scrubKey } from './scrub-key.ts';
import type { TimelineFrame } from './timeline-frame.ts';

/** Times below the lanes, and the knob that moves the line along them. */
export function Scrubber({ frame }: { frame: TimelineFrame }) {
  const { text, language } = useReading();
  const { axis, debrief } = useBoard();
  const { calendar } = debrief.history;
  const { at, from, to } = useScrub();
  const place = usePlaceLine();
  const [held, setHeld] = useState(false);
  const ticks = useMemo(
    () => axisTicks(axis, calendar, { ...frame, gap: frame.sizes.font * 6 }),
    [axis, calendar, frame],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = scrubKey(event.key, { at, from, to, frame });
    if (next === null) return;
    event.preventDefault();
    place(next);
  };
  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!held) return;
    const box = event.currentTarget.parentElement!.getBoundingClientRect();
    place(frame.timeAt(Math.max(frame.left, Math.min(frame.right, event.clientX - box.left))));
  };
  const x = Math.max(frame.left, Math.min(frame.right, frame.x(at)));
  return (
    <div className="relative h-9 border-t border-line-strong">
      {ticks.map((tick) => (
        <span
          key={tick.at}
          aria-hidden="true"
          className="absolute top-3 -translate-x-1/2 text-12 whitespace-nowrap text-ink-3 2xl:text-14"
          style={{ left: tick.x }}
        >
          {tick.step < DAY_MS && formatClock(calendar, tick.at) !== '00:00'
            ? formatClock(calendar, tick.at)
            : formatDate(language, calendar, tick.at)}
        </span>
      ))}
      <div
        role="slider"
        tabIndex={0}
        aria-label={text.debrief.timeline.scrubber}
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={at}
        aria-valuetext={formatSimTime(language, calendar, at)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setHeld(true);
        }}
        onPointerMove={onMove}
        onPointerUp={() => setHeld(false)}
        onPointerCancel={() => setHeld(false)}
        className="absolute -top-2 z-20 size-4 -translate-x-1/2 cursor-ew-resize touch-none rounded-full border-2 border-surface-1 bg-accent"
        style={{ left: x }}
      />
    </div>
  );
}
