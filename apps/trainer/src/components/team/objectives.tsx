'use client';

import { useRoom } from '@/exercise/exercise-provider.tsx';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';

/** What the exercise practises; quiet, for whoever asks. */
export function Objectives() {
  const { text, language } = useReading();
  const room = useRoom();
  if (!room || room.objectives.length === 0) return null;
  return (
    <details className="px-4 text-13 text-ink-3">
      <summary>{text.team.objectives}</summary>
      <dl className="m-0 mt-2 flex flex-col gap-2">
        {room.objectives.map((objective) => (
          <div key={objective.id}>
            <dt className="text-ink-2">{pickText(language, objective.title)}</dt>
            <dd className="m-0 text-12">{pickText(language, objective.measure)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
