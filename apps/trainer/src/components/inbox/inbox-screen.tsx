'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { InboxItem, RecordCard } from '@dwell/simulator/router';
import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { usePlay } from '@/exercise/use-play.ts';
import { useReading } from '@/i18n/provider.tsx';
import { pickText } from '@/i18n/pick-text.ts';
import { setSearchParams } from '@/live/search-params.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { useListKeys } from '../command/use-list-keys.ts';
import { Empty } from '../ui/empty.tsx';
import { CONTROL } from '../ui/field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { InboxFilters } from './inbox-filters.tsx';
import { type Filter, FILTERS, linksOf, shownItems } from './inbox-list.ts';
import { InboxRow } from './inbox-row.tsx';
import { ItemPane } from './item-pane.tsx';

const NO_ITEMS: readonly InboxItem[] = [];
const NO_RECORD: readonly RecordCard[] = [];

/** What was sent to one's roles: how it came, the list, and the item with its reply. The address holds all three. */
export function InboxScreen() {
  const { text, language } = useReading();
  const section = useSection('inbox');
  const record = useSection('record') ?? NO_RECORD;
  const inbox = section ?? NO_ITEMS;
  const address = useSearchParams();
  const filter: Filter = FILTERS.find((each) => each === address.get('show')) ?? 'all';
  const search = address.get('q') ?? '';
  const openedId = address.get('item');
  const links = useMemo(() => linksOf(record), [record]);
  const items = useMemo(
    () => shownItems(inbox, links, { filter, search, language }),
    [inbox, links, filter, search, language],
  );
  const opened = inbox.find((item) => item.id === openedId) ?? null;
  const open = useCallback((id: string) => setSearchParams({ item: id }), []);
  const keys = useListKeys(items.length, (index) => open(items[index]!.id));
  const { at, setAt } = keys;
  useReadingMark(opened);
  const finder = useRef<HTMLInputElement>(null);
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'find',
        title: text.inbox.search,
        group: 'list',
        keys: '/',
        run: () => finder.current?.focus(),
      },
    ],
    [text],
  );
  useCommands(commands);
  return (
    <div className="grid h-full min-h-[420px] grid-cols-[176px_minmax(280px,380px)_minmax(0,1fr)] max-lg:grid-cols-[144px_260px_minmax(0,1fr)]">
      <h2 className="sr-only">{text.inbox.title}</h2>
      <InboxFilters
        inbox={inbox}
        links={links}
        at={filter}
        onPick={(show) => {
          setAt(-1);
          setSearchParams({ show: show === 'all' ? null : show });
        }}
      />
      <section
        aria-label={text.inbox.list}
        className="flex min-h-0 flex-col border-r border-line bg-surface-2"
      >
        <div className="shrink-0 border-b border-line p-2">
          <input
            ref={finder}
            type="search"
            aria-label={text.inbox.search}
            placeholder={`${text.inbox.search} (/)`}
            value={search}
            onChange={(event) => setSearchParams({ q: event.target.value || null })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
            className={CONTROL}
          />
        </div>
        <div tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto">
          {section === null && <Skeleton className="m-3 h-40" />}
          {section !== null && items.length === 0 && (
            <Empty title={inbox.length === 0 ? text.inbox.empty : text.inbox.noneFound}>
              {inbox.length === 0 ? text.inbox.emptyNow : text.inbox.noneFoundNow}
            </Empty>
          )}
          <ul className="m-0 list-none p-0">
            {items.map((item, index) => (
              <InboxRow
                key={item.id}
                item={item}
                linked={links.has(item.id)}
                here={index === at}
                opened={item.id === openedId}
                itemProps={keys.itemProps(index)}
                onOpen={() => {
                  setAt(index);
                  open(item.id);
                }}
              />
            ))}
          </ul>
        </div>
      </section>
      {opened ? (
        <ItemPane key={opened.id} item={opened} inbox={inbox} links={links} onOpen={open} />
      ) : (
        <div className="pt-8 pl-4">
          <Empty title={text.inbox.pick}>{text.inbox.pickNow}</Empty>
        </div>
      )}
    </div>
  );
}

/** Opening an item is reading it: the team's record says who has, and when. */
function useReadingMark(item: InboxItem | null): void {
  const { language } = useReading();
  const play = usePlay();
  const sits = useRoom()?.me.kind === 'trainee';
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (!sits || !item || item.read !== null || asked.current.has(item.id)) return;
    asked.current.add(item.id);
    play.run({ do: 'read', inject: item.id }, { title: pickText(language, item.subject) });
  });
}
