'use client';

import type { ExercisePlan } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { injectPlaces } from './inject-places.ts';

const WIDTH = 480;
const LANE = 7;
const TOP = 6;

/** The programme as a strip: phases as bands, injects as marks at their minute, stacked where they meet. */
export function InjectStrip({ plan }: { plan: ExercisePlan }) {
  const { text } = useReading();
  const places = injectPlaces(plan);
  const x = (minute: number) => (minute / Math.max(1, plan.minutes)) * WIDTH;
  const used = new Map<number, number>();
  const marks = places
    .filter((place) => place.minute !== null)
    .map((place) => {
      const column = Math.round(x(place.minute!) / 7) * 7;
      const level = used.get(column) ?? 0;
      used.set(column, level + 1);
      return { ...place, cx: Math.max(4, Math.min(WIDTH - 4, column)), level: Math.min(level, 4) };
    });
  const waiting = places.filter((place) => place.minute === null && !place.pocket).length;
  const pocket = places.filter((place) => place.pocket).length;
  const matter = places.filter((place) => place.inject.matters).length;
  return (
    <span className="block">
      <svg
        viewBox={`0 0 ${WIDTH} 52`}
        preserveAspectRatio="none"
        role="img"
        aria-label={text.wizard.drawing(matter, plan.minutes)}
        className="block h-13 w-full"
      >
        {plan.phases.map((phase, at) => (
          <rect
            key={phase.id}
            x={x(phase.minutes.from)}
            y={0}
            width={Math.max(0, x(phase.minutes.to) - x(phase.minutes.from) - 1)}
            height={52}
            fill={phase.sim ? 'var(--accent)' : 'var(--line-strong)'}
            fillOpacity={phase.sim ? (at % 2 ? 0.16 : 0.1) : 0.12}
          />
        ))}
        {marks.map((mark) => (
          <rect
            key={mark.inject.id}
            x={mark.cx - 2}
            y={52 - TOP - (mark.level + 1) * (LANE + 1)}
            width={4}
            height={LANE}
            rx={1}
            fill={mark.inject.matters ? 'var(--series-6)' : 'var(--line-strong)'}
          />
        ))}
      </svg>
      <span aria-hidden="true" className="mt-1 flex justify-between gap-3 text-12 text-ink-3">
        <span className="flex gap-3">
          {(
            [
              ['--series-6', text.wizard.wanted],
              ['--line-strong', text.wizard.everyday],
            ] as const
          ).map(([colour, name]) => (
            <span key={colour} className="inline-flex items-center gap-1">
              <span className="h-2 w-1 rounded-[1px]" style={{ background: `var(${colour})` }} />
              {name}
            </span>
          ))}
        </span>
        <span className="ml-auto whitespace-nowrap">
          {[
            waiting > 0 && `+${waiting} ${text.wizard.onCondition}`,
            pocket > 0 && `+${pocket} ${text.wizard.byHand}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </span>
  );
}
