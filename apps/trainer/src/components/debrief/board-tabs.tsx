'use client';

import { useMemo } from 'react';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { classNames } from '../ui/class-names.ts';
import { useBoard } from './board.tsx';
import { type DebriefTab, TABS } from './debrief-address.ts';

const show = (tab: DebriefTab) => setSearchParams({ show: tab === 'now' ? null : tab });

/** What is shown beneath the lanes; keys 1 to 5. */
export function BoardTabs() {
  const { text } = useReading();
  const { address, debrief } = useBoard();
  const words = text.debrief.tabs;
  const counts: Partial<Record<DebriefTab, number>> = {
    misses: debrief.misses.length,
    documents: debrief.history.documents.length,
  };
  const commands = useMemo<Command[]>(
    () =>
      TABS.map((tab, at) => ({
        ...{ id: `tab-${tab}`, title: words[tab], group: 'go', keys: String(at + 1) },
        run: () => show(tab),
      })),
    [words],
  );
  useCommands(commands);
  return (
    <nav aria-label={words.label} className="flex flex-wrap gap-x-2 border-b border-line pt-2">
      {TABS.map((tab, at) => {
        const here = tab === address.tab;
        return (
          <button
            key={tab}
            type="button"
            aria-current={here ? 'true' : undefined}
            aria-controls="debrief-panel"
            title={String(at + 1)}
            onClick={() => show(tab)}
            className={classNames(
              'relative h-10 px-3 text-14 2xl:h-12 2xl:px-4 2xl:text-20',
              here ? 'font-medium text-ink-1' : 'text-ink-2 hover:text-ink-1',
            )}
          >
            {words[tab]}
            {(counts[tab] ?? 0) > 0 && (
              <span className="figures ml-2 text-ink-3">{formatCount(counts[tab]!)}</span>
            )}
            {here && (
              <span
                aria-hidden="true"
                className="absolute inset-x-3 -bottom-px h-[2px] bg-accent"
              />
            )}
          </button>
        );
      })}
    </nav>
  );
}
