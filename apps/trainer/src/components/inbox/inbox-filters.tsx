'use client';

import type { InboxItem } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { CHANNELS, type Filter, shownItems } from './inbox-list.ts';

type Props = {
  inbox: readonly InboxItem[];
  links: ReadonlyMap<string, readonly string[]>;
  at: Filter;
  onPick: (filter: Filter) => void;
};

/** How items stand and how they came, with how many of each are unread. */
export function InboxFilters({ inbox, links, at, onPick }: Props) {
  const { text } = useReading();
  const counted = (filter: Filter) =>
    shownItems(inbox, links, { filter, search: '', language: 'en' });
  const entry = (filter: Filter) => {
    const items = counted(filter);
    const unread = items.filter((item) => item.read === null).length;
    const isChannel = CHANNELS.some((channel) => channel === filter);
    if (isChannel && items.length === 0) return null;
    return (
      <li key={filter}>
        <button
          type="button"
          aria-pressed={filter === at}
          onClick={() => onPick(filter)}
          className={classNames(
            'flex h-8 w-full items-center gap-2 rounded-md px-2 text-left text-13',
            filter === at ? 'bg-accent-soft text-ink-1' : 'text-ink-2 hover:bg-surface-3',
          )}
        >
          {isChannel && <Icon name={filter as (typeof CHANNELS)[number]} />}
          <span className="min-w-0 flex-1 truncate">
            {isChannel
              ? text.world.choices[filter]
              : text.inbox.filters[filter as 'all' | 'unread' | 'waiting' | 'linked']}
          </span>
          {isChannel && unread > 0 && (
            <span className="figures text-12 font-semibold text-accent">
              {formatCount(unread)}
              <span className="sr-only"> {text.inbox.filters.unread}</span>
            </span>
          )}
          <span className="figures text-12 text-ink-3">{formatCount(items.length)}</span>
        </button>
      </li>
    );
  };
  return (
    <nav
      aria-label={text.inbox.filter}
      className="overflow-y-auto border-r border-line bg-surface-2 p-2"
    >
      <ul className="m-0 list-none p-0">
        {(['all', 'unread', 'waiting', 'linked'] as const).map((each) => entry(each))}
      </ul>
      <p className="m-0 mt-4 mb-1 px-2 text-12 text-ink-3">{text.inbox.channels}</p>
      <ul className="m-0 list-none p-0">{CHANNELS.map((each) => entry(each))}</ul>
    </nav>
  );
}
