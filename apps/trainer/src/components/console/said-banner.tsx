'use client';

import { useRoom } from '@/exercise/exercise-provider.tsx';
import { useTypedValue } from '@/exercise/use-typed.ts';
import type { Room } from '@/exercise/types.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import type { Messages } from '@/i18n/en.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** What is said aloud in the room: the newest of it, until it is put away. */
export function SaidBanner() {
  const { text, language } = useReading();
  const { run } = useRun();
  const room = useRoom();
  const [heard, setHeard] = useTypedValue('heard', isNumber);
  const last = room?.said.at(-1);
  const shown = last && last.id > (heard ?? -1) ? last : null;
  const when = shown?.at == null ? '' : formatMoment(language, run.calendar, shown.at);
  return (
    <div role="status" aria-live="polite" aria-label={text.console.said}>
      {shown && (
        <p className="slide-in m-0 flex items-center gap-3 border-b border-line bg-accent-soft py-1 pr-2 pl-4 text-13 text-ink-1">
          <Icon name={shown.kind === 'rewind' ? 'fork' : 'say'} className="size-4 text-accent" />
          <span className="min-w-0 flex-1 wrap-anywhere">{words(text, shown, when)}</span>
          <IconButton
            icon="close"
            label={text.console.heard}
            onClick={() => setHeard(() => shown.id)}
          />
        </p>
      )}
    </div>
  );
}

function words(text: Messages, said: Room['said'][number], when: string): string {
  const { sayings } = text.console;
  switch (said.kind) {
    case 'say':
      return sayings.say(said.text);
    case 'jump':
      return [when === '' ? '' : sayings.jump(when), said.text].filter(Boolean).join(' ');
    case 'rewind':
      return [when === '' ? '' : sayings.rewind(when), said.text].filter(Boolean).join(' ');
    case 'start':
      return sayings.start;
    case 'end':
      return sayings.end;
  }
}
