'use client';

import { useMemo } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useSize } from '../ui/use-size.ts';
import { useBoard } from './board.tsx';
import { CurveChart } from './curve-chart.tsx';
import { Lanes } from './lanes.tsx';
import { NowLine } from './now-line.tsx';
import { PhaseStrip } from './phase-strip.tsx';
import { Scrubber } from './scrubber.tsx';
import { timelineFrame } from './timeline-frame.ts';
import { TimelineTools } from './timeline-tools.tsx';
import { useDragTime } from './use-drag-time.ts';
import { useTimelineView } from './use-timeline-view.ts';
import { useWindowHeight } from './use-window-height.ts';

/** Three lanes, the losses and the line, all on one time axis. */
export function Timeline() {
  const { text } = useReading();
  const { axis } = useBoard();
  const tools = useTimelineView();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const height = useWindowHeight();
  const frame = useMemo(
    () => timelineFrame(axis, tools.view, width, height),
    [axis, tools.view, width, height],
  );
  const { ref: dragged, handlers, dragging } = useDragTime(frame, tools);
  return (
    <section aria-label={text.debrief.timeline.title}>
      <TimelineTools tools={tools} />
      <div ref={ref} className="min-w-0">
        {width > 0 && (
          <div
            ref={dragged}
            title={text.debrief.timeline.hint}
            className={`relative pt-7 touch-pan-y select-none ${dragging ? 'cursor-grabbing' : 'cursor-crosshair'}`}
            {...handlers}
          >
            <PhaseStrip frame={frame} />
            <Lanes frame={frame} tools={tools} />
            <CurveChart frame={frame} />
            <Scrubber frame={frame} />
            <NowLine frame={frame} />
          </div>
        )}
      </div>
    </section>
  );
}
