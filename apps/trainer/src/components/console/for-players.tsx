'use client';

import { useRoom } from '@/exercise/exercise-provider.tsx';
import { useReading } from '@/i18n/provider.tsx';

/** Does the viewer play? Outside exercises everybody does; in one, who only watches does not. */
function usePlays(): boolean {
  const me = useRoom()?.me;
  return me === undefined || me.kind === 'trainee';
}

/** What is offered to who plays: whoever watches would be refused, and is not asked. */
export function ForPlayers({ children }: { children: React.ReactNode }) {
  return usePlays() ? children : null;
}

/** A form that whoever watches may read, and not fill in. */
export function ReadByWatchers({ children }: { children: React.ReactNode }) {
  const { text } = useReading();
  if (usePlays()) return children;
  return (
    <>
      <p className="m-0 border-b border-line px-6 py-3 text-13 text-ink-2">
        {text.console.watchingForm}
      </p>
      <fieldset disabled className="contents">
        {children}
      </fieldset>
    </>
  );
}
