'use client';

import type { InboxItem } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

type Props = {
  item: InboxItem;
  linked: boolean;
  here: boolean;
  opened: boolean;
  onOpen: () => void;
  itemProps: { ref?: (node: HTMLElement | null) => void };
};

/** An item in the list: how it came, from whom, about what; bold until somebody opened it. */
export function InboxRow({ item, linked, here, opened, onOpen, itemProps }: Props) {
  const { text, language } = useReading();
  const { run } = useRun();
  const unread = item.read === null;
  return (
    <li>
      <button
        type="button"
        {...itemProps}
        aria-current={opened ? 'true' : undefined}
        onClick={onOpen}
        className={classNames(
          'relative flex w-full items-start gap-2 border-b border-line px-3 py-2 text-left',
          opened ? 'bg-surface-3' : 'hover:bg-surface-3',
          here && 'outline-1 outline-offset-[-1px] outline-accent',
        )}
      >
        {opened && (
          <span aria-hidden="true" className="absolute inset-y-0 left-0 w-[3px] bg-accent" />
        )}
        <Icon
          name={item.channel}
          className={classNames('mt-[2px] size-4 shrink-0', unread ? 'text-accent' : 'text-ink-3')}
        />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span
              className={classNames(
                'min-w-0 flex-1 truncate text-12',
                unread ? 'text-ink-1' : 'text-ink-3',
              )}
            >
              {item.from}
            </span>
            <SimTimeText
              calendar={run.calendar}
              at={item.at}
              className="shrink-0 text-12 text-ink-3"
            />
          </span>
          <span
            className={classNames(
              'block truncate text-13',
              unread ? 'font-semibold text-ink-1' : 'text-ink-2',
            )}
          >
            {pickText(language, item.subject)}
          </span>
          <span className="flex gap-3 text-12 text-ink-3">
            <span>{text.world.choices[item.channel]}</span>
            {unread && <span className="text-accent">● {text.inbox.unread}</span>}
            {item.answers.length > 0 && <span className="text-good">✓ {text.inbox.answered}</span>}
            {linked && <span>⚯ {text.inbox.linked}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}
