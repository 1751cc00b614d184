'use client';

import { memo, useMemo } from 'react';
import type { SimTime } from '@dwell/core/time';
import type { AlertRow, ResponseState, RunEvent, RunRow } from '@dwell/simulator/router';
import { severityOf } from '@/i18n/describe-event.ts';
import { formatDate, formatMoment, formatMonth } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import type { Severity } from '../ui/badge.tsx';
import { timeTicks } from '../charts/nice-ticks.ts';

type Props = {
  width: number;
  from: SimTime;
  run: RunRow;
  now: SimTime;
  pointed: SimTime | null;
  events: readonly RunEvent[];
  alerts: readonly AlertRow[];
  responses: readonly ResponseState[];
  lanes: number;
};

const LANE = 15;
const AXIS = 18;
const COLOUR: Record<Severity, string> = {
  info: '--info',
  attention: '--attention',
  severe: '--severe',
  critical: '--critical',
  good: '--good',
};

/** Lanes of marks over the run's span, with history hatched and a line at now. */
export function TimelineDrawing(props: Props) {
  const { width, from, run, now, pointed, lanes } = props;
  const { language } = useReading();
  const height = lanes * LANE + AXIS;
  const x = (at: SimTime) => ((at - from) / (run.endAt - from)) * width;
  const label = pointed === null ? null : formatMoment(language, run.calendar, pointed);
  const labelX = pointed === null ? 0 : Math.max(52, Math.min(width - 52, x(pointed)));
  return (
    <svg width={width} height={height} className="block" aria-hidden="true">
      <defs>
        <pattern
          id="past"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="6" stroke="var(--simulated-past)" strokeOpacity="0.35" />
        </pattern>
      </defs>
      <rect
        x={0}
        y={0}
        width={Math.max(0, x(run.startAt))}
        height={lanes * LANE}
        fill="url(#past)"
      />
      <rect
        x={Math.max(0, x(run.startAt))}
        y={0}
        width={Math.max(0, x(now) - Math.max(0, x(run.startAt)))}
        height={lanes * LANE}
        fill="var(--accent)"
        fillOpacity="0.08"
      />
      {Array.from({ length: lanes }, (_, lane) => (
        <line
          key={lane}
          x1={0}
          x2={width}
          y1={(lane + 1) * LANE}
          y2={(lane + 1) * LANE}
          stroke="var(--line)"
        />
      ))}
      <Axis {...props} y={lanes * LANE} />
      <Marks
        events={props.events}
        alerts={props.alerts}
        responses={props.responses}
        width={width}
        from={from}
        endAt={run.endAt}
        now={now}
      />
      <line
        x1={x(now)}
        x2={x(now)}
        y1={0}
        y2={lanes * LANE}
        stroke="var(--accent)"
        strokeWidth="2"
      />
      <circle cx={x(now)} cy={lanes * LANE} r="4" fill="var(--accent)" />
      {pointed !== null && (
        <>
          <line
            x1={x(pointed)}
            x2={x(pointed)}
            y1={0}
            y2={lanes * LANE}
            stroke="var(--text-2)"
            strokeDasharray="2 2"
          />
          <rect
            x={labelX - 52}
            y={lanes * LANE + 1}
            width={104}
            height={AXIS - 2}
            fill="var(--surface-3)"
            rx="3"
          />
          <text
            x={labelX}
            y={lanes * LANE + 13}
            fontSize="12"
            textAnchor="middle"
            fill="var(--text-1)"
          >
            {label}
          </text>
        </>
      )}
    </svg>
  );
}

function Axis({ width, from, run, y }: Props & { y: number }) {
  const { language } = useReading();
  const { step, at } = timeTicks(run.calendar, from, run.endAt, Math.floor(width / 110));
  const x = (time: SimTime) => ((time - from) / (run.endAt - from)) * width;
  return at.map((time) => (
    <g key={time}>
      <line x1={x(time)} x2={x(time)} y1={y} y2={y + 4} stroke="var(--line-strong)" />
      {x(time) > 24 && x(time) < width - 30 && (
        <text x={x(time)} y={y + 15} fontSize="12" textAnchor="middle" fill="var(--text-3)">
          {step > 40 * 86_400_000
            ? formatMonth(language, run.calendar, time)
            : formatDate(language, run.calendar, time)}
        </text>
      )}
    </g>
  ));
}

type MarksProps = {
  events: readonly RunEvent[];
  alerts: readonly AlertRow[];
  responses: readonly ResponseState[];
  width: number;
  from: SimTime;
  endAt: SimTime;
  now: SimTime;
};

/** How loudly an alert of a level speaks. */
const LOUDNESS: Record<NonNullable<AlertRow['level']>, Severity> = {
  critical: 'critical',
  high: 'severe',
  medium: 'attention',
  low: 'info',
  informational: 'info',
};

/** What the team itself did. */
const OURS = /^(response|incident|report|notice)\./;

/** One mark a pixel column and lane, the loudest of what fell there. */
const Marks = memo(function Marks({
  events,
  alerts,
  responses,
  width,
  from,
  endAt,
  now,
}: MarksProps) {
  const marks = useMemo(() => {
    const loud: Severity[] = ['good', 'info', 'attention', 'severe', 'critical'];
    const found = new Map<string, { x: number; lane: number; severity: Severity }>();
    const put = (at: SimTime, lane: number, severity: Severity) => {
      if (at < from) return;
      const column = Math.round((((at - from) / (endAt - from)) * width) / 3) * 3;
      const key = `${column} ${lane}`;
      const old = found.get(key);
      if (!old || loud.indexOf(severity) > loud.indexOf(old.severity))
        found.set(key, { x: column, lane, severity });
    };
    for (const event of events) {
      const lane = event.visibility === 'truth' ? 3 : OURS.test(event.kind) ? 2 : 0;
      put(event.at, lane, severityOf(event));
    }
    for (const alert of alerts) put(alert.firstAt, 1, LOUDNESS[alert.level ?? 'low']);
    return [...found.values()];
  }, [events, alerts, from, endAt, width]);
  const x = (at: SimTime) => ((at - from) / (endAt - from)) * width;
  return (
    <>
      {responses.map((each) => (
        <rect
          key={each.commandSequence}
          x={x(each.askedAt)}
          y={2 * LANE + 5}
          width={Math.max(
            3,
            x(each.state === 'in-flight' ? Math.max(now, each.askedAt) : each.effectiveAt) -
              x(each.askedAt),
          )}
          height={5}
          rx="2"
          fill={
            each.state === 'withdrawn'
              ? 'var(--text-3)'
              : each.state === 'done'
                ? 'var(--good)'
                : 'var(--accent)'
          }
        />
      ))}
      {marks.map((mark) => (
        <rect
          key={`${mark.x} ${mark.lane}`}
          x={mark.x - 1}
          y={mark.lane * LANE + 3}
          width={2}
          height={LANE - 5}
          fill={`var(${COLOUR[mark.severity]})`}
        />
      ))}
    </>
  );
});
