'use client';

import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { DAY_MS, HOUR_MS, MINUTE_MS, type SimTime } from '@dwell/core/time';
import { formatSimTime } from '@/i18n/format-time.ts';
import type { Messages } from '@/i18n/en.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { simAt, useSimNow } from '@/live/sim-now.ts';
import { useClockAct } from '@/live/use-clock-act.ts';
import { useDrives } from '@/live/viewer.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { useAlerts } from '../alerts/use-alerts.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useSize } from '../ui/use-size.ts';
import { RewindConfirm } from './rewind-confirm.tsx';
import { TimelineDrawing } from './timeline-drawing.tsx';

/** The lanes from top to bottom; the last is for instructors. */
function laneNames(text: Messages, withTruth: boolean): string[] {
  const { events, alerts, ours, truth } = text.timeline.lanes;
  return withTruth ? [events, alerts, ours, truth] : [events, alerts, ours];
}

/** The whole run from end to end; ahead of now is a jump, behind it a copy. */
export function Timeline() {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { runId, run, clock } = useRun();
  const act = useClockAct();
  const drives = useDrives();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const [pointed, setPointed] = useState<SimTime | null>(null);
  const [asked, setAsked] = useState<SimTime | null>(null);
  // Whoever sits in an exercise lives in its days; the history before is for hunts.
  const [near, setNear] = useState(!drives);
  const events = useQuery(trpc.run.events.queryOptions({ runId }, { staleTime: Infinity }));
  const situation = useQuery(trpc.run.situation.queryOptions({ runId }));
  const { alerts } = useAlerts();
  const withTruth = situation.data?.truth !== undefined;
  const from = near ? Math.max(0, run.startAt - 2 * DAY_MS) : 0;
  const span = run.endAt - from;
  const grain = Math.max(MINUTE_MS, Math.floor(span / Math.max(1, width)));
  const now = useSimNow(clock, grain, run.endAt);
  const clamp = (at: SimTime) =>
    Math.max(run.startAt, Math.min(run.endAt, Math.round(at / MINUTE_MS) * MINUTE_MS));
  // The drawing needs no more than a pixel; whoever steps by the keyboard needs the minute.
  const told = pointed ?? (clock.state === 'playing' ? now : clamp(clock.shown));
  const timeAt = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return clamp(from + ((event.clientX - box.left) / box.width) * span);
  };
  const hint = drives ? text.timeline.hint : text.timeline.label;
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.shiftKey ? DAY_MS : HOUR_MS;
    const here = pointed ?? clamp(simAt(clock, performance.now()));
    if (event.key === 'ArrowRight') setPointed(clamp(here + step));
    else if (event.key === 'ArrowLeft') setPointed(clamp(here - step));
    else if (event.key === 'Home') setPointed(run.startAt);
    else if (event.key === 'End') setPointed(run.endAt);
    else if (event.key === 'Enter' && pointed !== null && drives) setAsked(pointed);
    else return;
    event.preventDefault();
  };
  return (
    <footer
      className="flex shrink-0 border-t border-line bg-surface-2"
      aria-label={text.timeline.label}
    >
      <div className="flex w-[104px] shrink-0 flex-col border-r border-line text-12 text-ink-3">
        {laneNames(text, withTruth).map((name) => (
          <span key={name} className="h-[15px] truncate px-2 text-right leading-[15px]">
            {name}
          </span>
        ))}
        <button
          type="button"
          onClick={() => setNear(!near)}
          aria-pressed={near}
          className="h-[18px] px-2 text-right leading-4 text-ink-2 hover:text-ink-1"
        >
          {near ? text.timeline.sinceStart : text.timeline.wholeRun}
        </button>
      </div>
      <div
        ref={ref}
        role="slider"
        tabIndex={0}
        aria-label={hint}
        aria-valuemin={run.startAt}
        aria-valuemax={run.endAt}
        aria-valuenow={told}
        aria-valuetext={formatSimTime(language, run.calendar, told)}
        title={hint}
        onPointerMove={(event) => setPointed(timeAt(event))}
        onPointerLeave={() => setPointed(null)}
        onBlur={() => setPointed(null)}
        onClick={(event) => {
          if (drives) setAsked(timeAt(event as unknown as PointerEvent<HTMLDivElement>));
        }}
        onKeyDown={onKey}
        className={`min-w-0 flex-1 outline-offset-[-2px] ${drives ? 'cursor-pointer' : ''}`}
      >
        {width > 0 && (
          <TimelineDrawing
            width={width}
            from={from}
            run={run}
            now={now}
            pointed={pointed}
            events={events.data ?? []}
            alerts={alerts}
            responses={situation.data?.responses ?? []}
            lanes={laneNames(text, withTruth).length}
          />
        )}
      </div>
      {asked !== null &&
        (asked < simAt(clock, performance.now()) ? (
          <RewindConfirm at={asked} onClose={() => setAsked(null)} />
        ) : (
          <Confirm
            title={text.timeline.forward(formatSimTime(language, run.calendar, asked))}
            act={text.clock.jumpAct}
            cancel={text.common.cancel}
            onAct={() => {
              act.jump(asked);
              setAsked(null);
            }}
            onCancel={() => setAsked(null)}
          >
            {text.timeline.forwardText}
          </Confirm>
        ))}
    </footer>
  );
}
