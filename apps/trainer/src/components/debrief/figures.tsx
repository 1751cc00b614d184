'use client';

import type { MeasureId } from '@dwell/scoring';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useBoard } from './board.tsx';
import { FigureButton } from './figure-button.tsx';
import { measureText } from './measure-text.ts';

const SHOWN: readonly MeasureId[] = [
  'dwell-time',
  'time-to-detect',
  'time-to-contain',
  'time-to-notify',
  'accounts-lost',
  'accounts-saved',
];

/** What the exercise came to, in numbers for the back row; each leads to the moments it rests on. */
export function Figures() {
  const { text, language } = useReading();
  const { debrief } = useBoard();
  const { measures, team, official } = debrief.score;
  const words = text.debrief;
  const points = (value: number | null) => (value === null ? '–' : formatCount(value));
  return (
    <section aria-label={words.figures} className="@container">
      <div className="grid grid-cols-2 gap-2 @[560px]:grid-cols-4 @[1040px]:grid-cols-7 2xl:gap-4">
        {SHOWN.flatMap((id) => {
          const measure = measures.find((each) => each.id === id);
          if (!measure) return [];
          return (
            <FigureButton
              key={id}
              id={id}
              name={words.measures[id]}
              value={measureText(measure, text, language)}
              quiet={measure.value === null}
              note={words.moments(formatCount(measure.evidence.length))}
            />
          );
        })}
        <FigureButton
          id="score"
          name={words.score}
          value={points(team.points)}
          quiet={team.points === null}
          note={
            official.final
              ? `${words.official} ${points(official.points)}`
              : `${words.official}: ${words.officialOpen}`
          }
        />
      </div>
    </section>
  );
}
