'use client';

import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useBoard } from './board.tsx';
import { AFTER_ID, BEFORE_ID } from './debrief-axis.ts';
import type { TimelineFrame } from './timeline-frame.ts';

/** Narrower phases go without their name, px. */
const NAMED = 56;

/** The phases over the lanes, each as long as it is drawn, with its borders running down. */
export function PhaseStrip({ frame }: { frame: TimelineFrame }) {
  const { text, language } = useReading();
  const { axis, debrief } = useBoard();
  const { phases } = debrief.history;
  if (axis.stretches.length < 2) return null;
  const nameOf = (id: string) => {
    if (id === BEFORE_ID) return text.debrief.timeline.before;
    if (id === AFTER_ID) return text.debrief.timeline.after;
    const phase = phases.find((each) => each.id === id);
    return phase ? pickText(language, phase.title) : '';
  };
  return (
    <div className="h-6">
      {axis.stretches.map((each) => {
        const left = Math.max(frame.left, frame.x(each.from));
        const right = Math.min(frame.right, frame.x(each.to));
        if (right - left < 2) return null;
        return (
          <span
            key={each.id}
            className={`pointer-events-none absolute top-7 bottom-0 border-l ${each.id === BEFORE_ID ? 'hatched border-transparent' : 'border-line'}`}
            style={{ left, width: right - left }}
          >
            {right - left >= NAMED && (
              <span className="block truncate pl-2 text-12 leading-6 text-ink-3 2xl:text-14">
                {nameOf(each.id)}
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}
