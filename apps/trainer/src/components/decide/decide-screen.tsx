'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { ConsoleSections } from '@dwell/simulator/router';
import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { useActLine } from '@/exercise/use-act-name.ts';
import { usePeople } from '@/exercise/use-people.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { ReadByWatchers } from '../console/for-players.tsx';
import { useListKeys } from '../command/use-list-keys.ts';
import { classNames } from '../ui/class-names.ts';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { decideGroups, GROUPS, type Item } from './decide-list.ts';
import { DecisionForm } from './decision-form.tsx';
import { ProposalView } from './proposal-view.tsx';

const NOTHING: ConsoleSections['decisions'] = { cards: [], proposals: [] };

/** What is to be decided, what waits for somebody's word, and what has been taken, with who dissented. */
export function DecideScreen() {
  const { text } = useReading();
  const room = useRoom();
  const section = useSection('decisions');
  const groups = useMemo(
    () => decideGroups(section ?? NOTHING, room?.me.roles ?? []),
    [section, room?.me.roles],
  );
  const items = useMemo(() => GROUPS.flatMap((group) => groups[group]), [groups]);
  const address = useSearchParams();
  const open = (id: string) => setSearchParams({ at: id });
  const keys = useListKeys(items.length, (index) => open(items[index]!.id));
  const picked =
    items.find((item) => item.id === address.get('at')) ?? groups.asks[0] ?? groups.open[0] ?? null;
  return (
    <div className="grid min-h-full grid-cols-[300px_minmax(0,1fr)] gap-4 p-4 max-lg:grid-cols-[240px_minmax(0,1fr)]">
      <nav aria-label={text.decide.title} className="flex flex-col gap-4">
        <h2 className="m-0 px-3 text-20 font-semibold">{text.decide.title}</h2>
        {section === null && <Skeleton className="h-48" />}
        {GROUPS.filter((group) => groups[group].length > 0).map((group) => (
          <section key={group}>
            <h3
              className={classNames(
                'm-0 mb-1 flex gap-2 px-3 text-12',
                group === 'asks' ? 'font-semibold text-attention' : 'font-normal text-ink-3',
              )}
            >
              {group === 'asks' && <span aria-hidden="true">△</span>}
              {text.decide.groups[group]}
              <span className="figures">{formatCount(groups[group].length)}</span>
            </h3>
            <ul className="m-0 list-none p-0">
              {groups[group].map((item) => (
                <li key={item.id}>
                  <Entry
                    item={item}
                    here={items.indexOf(item) === keys.at}
                    opened={item.id === picked?.id}
                    itemProps={keys.itemProps(items.indexOf(item))}
                    onOpen={() => open(item.id)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <Panel flush className="self-start">
        {picked === null ? (
          <Empty title={text.decide.empty}>{text.decide.emptyNow}</Empty>
        ) : picked.kind === 'card' ? (
          <ReadByWatchers>
            <DecisionForm key={picked.id} card={picked.card} />
          </ReadByWatchers>
        ) : (
          <ProposalView key={picked.id} proposal={picked.proposal} />
        )}
      </Panel>
    </div>
  );
}

type EntryProps = {
  item: Item;
  here: boolean;
  opened: boolean;
  onOpen: () => void;
  itemProps: { ref?: (node: HTMLElement | null) => void };
};

function Entry({ item, here, opened, onOpen, itemProps }: EntryProps) {
  const { text, language } = useReading();
  const lineOf = useActLine();
  const { nameOf, roleName } = usePeople();
  const title =
    item.kind === 'card' ? pickText(language, item.card.title) : lineOf(item.proposal.act);
  const objections = item.kind === 'proposal' ? item.proposal.objected.length : 0;
  return (
    <button
      type="button"
      {...itemProps}
      aria-current={opened ? 'true' : undefined}
      onClick={onOpen}
      className={classNames(
        'flex w-full flex-col rounded-md px-3 py-2 text-left',
        opened ? 'bg-accent-soft' : 'hover:bg-surface-3',
        here && 'outline-1 outline-accent',
      )}
    >
      <span className="text-13 text-ink-1">{title}</span>
      <span className="text-12 text-ink-3">
        {item.kind === 'card'
          ? item.card.roles.map(roleName).join(', ')
          : nameOf(item.proposal.by, item.proposal.role)}
        {objections > 0 && (
          <span className="ml-2 text-severe">
            ◇ {text.decide.objections(formatCount(objections))}
          </span>
        )}
      </span>
    </button>
  );
}
