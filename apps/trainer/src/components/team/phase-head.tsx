'use client';

import { useRoom } from '@/exercise/exercise-provider.tsx';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { OwnLead } from './own-lead.tsx';

/** Which stretch of the exercise it is, and what is asked of the team in it. */
export function PhaseHead() {
  const { text, language } = useReading();
  const room = useRoom();
  if (!room) return null;
  const at = room.phases.findIndex((phase) => phase.id === room.phase);
  const phase = room.phases[at];
  return (
    <header className="flex flex-wrap items-end gap-x-10 gap-y-3 px-1 pt-1">
      <div className="min-w-0 flex-1">
        <p className="m-0 text-12 text-ink-3">
          {room.state === 'lobby' ? text.team.notStarted : text.team.phase}
          {room.state === 'frozen' && ` · ${text.team.frozen}`}
        </p>
        <p className="m-0 text-20 font-semibold">
          {phase ? pickText(language, phase.title) : room.name}
        </p>
        {phase && (
          <p className="m-0 mt-1 max-w-[76ch] text-14 text-ink-2">
            <span className="text-ink-3">{text.team.demanded}</span>{' '}
            {pickText(language, phase.demanded)}
          </p>
        )}
      </div>
      <ol
        aria-label={text.team.phases}
        className="m-0 flex list-none items-center gap-1 p-0 max-lg:hidden"
      >
        {room.phases.map((each, index) => (
          <li key={each.id} aria-current={index === at ? 'step' : undefined}>
            <span
              title={pickText(language, each.title)}
              className={classNames(
                'block h-2 w-12 rounded-full',
                index === at ? 'bg-accent' : index < at ? 'bg-ink-3' : 'bg-surface-3',
              )}
            >
              <span className="sr-only">{pickText(language, each.title)}</span>
            </span>
          </li>
        ))}
      </ol>
      <OwnLead />
    </header>
  );
}
