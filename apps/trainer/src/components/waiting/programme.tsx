'use client';

import type { ConsoleSections } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Panel } from '../ui/panel.tsx';

/** What comes when, by the room's own clock. */
export function Programme({ room }: { room: ConsoleSections['room'] }) {
  const { text, language } = useReading();
  if (room.phases.length === 0) return null;
  return (
    <Panel title={text.waiting.programme}>
      <ol className="m-0 list-none p-0 text-13">
        {room.phases.map((phase) => (
          <li
            key={phase.id}
            aria-current={phase.id === room.phase ? 'step' : undefined}
            className="flex items-baseline gap-3 border-t border-line py-1 first:border-t-0"
          >
            <span className="figures w-20 shrink-0 text-12 text-ink-3">
              {text.wizard.atMinute(phase.minutes.from, phase.minutes.to)}
            </span>
            <span className={phase.id === room.phase ? 'text-accent' : undefined}>
              {pickText(language, phase.title)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
