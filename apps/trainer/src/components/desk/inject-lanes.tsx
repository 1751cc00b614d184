'use client';

import { MINUTE_MS, type SimTime } from '@dwell/core/time';
import type { DeskInject, DeskTeam } from '@dwell/simulator/router';
import { useState, type PointerEvent } from 'react';
import { formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import type { StretchAxis } from '../charts/stretch-axis.ts';
import { Panel } from '../ui/panel.tsx';
import { useSize } from '../ui/use-size.ts';
import { InjectGlyph, InjectStateMark } from './inject-state.tsx';
import { programmeAxis } from './programme-axis.ts';
import { useTeamClock } from './use-desk-clock.ts';
import { useMoveInject } from './use-move-inject.ts';

const LANE = 34;
const PAD = 10;
const STATES = ['planned', 'held', 'sent', 'met', 'missed', 'withdrawn'] as const;

/** When an inject stands on the line: when it was sent, or is to be. Null: it waits for a condition. */
export const timeOfInject = (inject: DeskInject): SimTime | null =>
  inject.sentAt ?? inject.plannedAt;

/** One lane a team over the programme; planned marks can be dragged. The list below says the same in words. */
export function InjectLanes() {
  const { text, language } = useReading();
  const { desk } = useDesk();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const first = desk.teams[0];
  if (!first) return null;
  const axis = programmeAxis(desk.phases, first.run.startAt, first.run.endAt);
  const phaseOf = (id: string) => desk.phases.find((phase) => phase.id === id);
  return (
    <Panel
      title={text.injects.lanes}
      aside={STATES.map((state) => (
        <InjectStateMark key={state} state={state} word={text.injects.states[state]} />
      ))}
    >
      <div className="flex pt-1" title={text.injects.dragHint}>
        <div className="w-28 shrink-0 pt-5 text-12 text-ink-2">
          {desk.teams.map(({ team }) => (
            <div
              key={team.id}
              className="truncate pr-3"
              style={{ height: LANE, lineHeight: `${LANE}px` }}
            >
              {team.name}
            </div>
          ))}
        </div>
        <div ref={ref} className="min-w-0 flex-1" aria-hidden="true">
          <div className="relative h-5 text-12 text-ink-3">
            {width > 0 &&
              axis.stretches.map((stretch) => (
                <span
                  key={stretch.id}
                  className="absolute truncate border-l border-line-strong pl-1"
                  style={{
                    left: PAD + stretch.left * (width - 2 * PAD),
                    width: (stretch.right - stretch.left) * (width - 2 * PAD),
                  }}
                >
                  {phaseOf(stretch.id)
                    ? pickText(language, phaseOf(stretch.id)!.title)
                    : formatMoment(language, first.run.calendar, stretch.from)}
                </span>
              ))}
          </div>
          {width > 0 &&
            desk.teams.map((team) => (
              <Lane key={team.team.id} team={team} axis={axis} width={width} />
            ))}
        </div>
      </div>
    </Panel>
  );
}

function Lane({ team, axis, width }: { team: DeskTeam; axis: StretchAxis; width: number }) {
  const { language } = useReading();
  const { mayControl } = useDesk();
  const { now } = useTeamClock(team);
  const move = useMoveInject(team);
  const [drag, setDrag] = useState<{ id: string; share: number; moved: boolean } | null>(null);
  const x = (share: number) => PAD + share * (width - 2 * PAD);
  const shareAt = (event: PointerEvent<SVGElement>) => {
    const box = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - box.left - PAD) / (width - 2 * PAD)));
  };
  const drop = (inject: DeskInject) => {
    if (drag?.moved) {
      const at = Math.round(axis.timeAt(drag.share) / MINUTE_MS) * MINUTE_MS;
      void move(inject, at);
    } else setSearchParams({ team: team.team.id, inject: inject.id, person: null }, true);
    setDrag(null);
  };
  return (
    <svg width={width} height={LANE} className="block touch-none border-t border-line">
      <rect
        x={PAD}
        y={0}
        width={axis.place(now) * (width - 2 * PAD)}
        height={LANE}
        fill="var(--accent)"
        fillOpacity="0.08"
      />
      {axis.stretches.map((stretch) => (
        <line
          key={stretch.id}
          x1={x(stretch.left)}
          x2={x(stretch.left)}
          y1={0}
          y2={LANE}
          stroke="var(--line)"
        />
      ))}
      {team.injects
        .filter((inject) => inject.matters && (timeOfInject(inject) ?? -1) >= team.run.startAt)
        .map((inject, i) => {
          const dragged = drag?.id === inject.id && drag.moved;
          const share = dragged ? drag.share : axis.place(timeOfInject(inject)!);
          const movable = mayControl && (inject.state === 'planned' || inject.state === 'held');
          return (
            <g
              key={inject.id}
              className={movable ? 'cursor-grab' : 'cursor-pointer'}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                setDrag({ id: inject.id, share, moved: false });
              }}
              onPointerMove={(event) => {
                if (drag?.id !== inject.id || !movable) return;
                const next = shareAt(event);
                if (drag.moved || Math.abs(next - drag.share) * width > 4)
                  setDrag({ id: inject.id, share: next, moved: true });
              }}
              onPointerUp={() => drop(inject)}
            >
              <title>
                {pickText(language, inject.subject)},{' '}
                {formatMoment(language, team.run.calendar, timeOfInject(inject)!)}
              </title>
              <rect x={x(share) - 8} y={0} width={16} height={LANE} fill="transparent" />
              <InjectGlyph state={inject.state} x={x(share)} y={i % 2 ? 11 : 23} />
              {dragged && (
                <text x={x(share) + 10} y={LANE - 6} fontSize="12" fill="var(--text-1)">
                  {formatMoment(language, team.run.calendar, axis.timeAt(drag.share))}
                </text>
              )}
            </g>
          );
        })}
      <line
        x1={x(axis.place(now))}
        x2={x(axis.place(now))}
        y1={0}
        y2={LANE}
        stroke="var(--accent)"
        strokeWidth="2"
      />
    </svg>
  );
}
