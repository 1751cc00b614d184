'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { useActLine } from '@/exercise/use-act-name.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { isWaiting } from '../inbox/inbox-list.ts';
import { Icon } from '../ui/icon.tsx';
import { Panel } from '../ui/panel.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

const SHOWN = 5;

/** What waits for the viewer: proposals that ask for their word first, then items nobody has answered. */
export function WaitingItems() {
  const { text, language } = useReading();
  const { runId, run } = useRun();
  const room = useRoom();
  const inbox = useSection('inbox');
  const decisions = useSection('decisions');
  const lineOf = useActLine();
  const open = useMemo(
    () =>
      (inbox ?? [])
        .filter(isWaiting)
        .toSorted((a, b) => Number(b.read === null) - Number(a.read === null) || b.at - a.at),
    [inbox],
  );
  const asks = (decisions?.proposals ?? []).filter(
    (each) => each.asksYou && each.effectiveAt === null,
  );
  if (!room) return null;
  const empty = open.length + asks.length === 0;
  return (
    <Panel
      flush
      title={text.team.waiting}
      aside={
        open.length > 0 && (
          <Link
            href={`/runs/${runId}/inbox?show=waiting`}
            className="text-accent no-underline hover:underline"
          >
            {text.team.openItems(formatCount(open.length))}
          </Link>
        )
      }
    >
      {empty && <p className="m-0 px-4 pt-1 pb-4 text-13 text-ink-2">{text.team.waitingNone}</p>}
      <ul className="m-0 list-none p-0 pb-2">
        {asks.map((each) => (
          <li key={each.sequence}>
            <Link
              href={`/runs/${runId}/decide?at=p:${each.sequence}`}
              className="flex items-center gap-3 px-4 py-2 text-14 text-ink-1 no-underline hover:bg-surface-3"
            >
              <span aria-hidden="true" className="w-4 text-center text-attention">
                △
              </span>
              <span className="min-w-0 flex-1 truncate">{lineOf(each.act)}</span>
              <span className="text-12 text-attention">{text.team.asksYou}</span>
            </Link>
          </li>
        ))}
        {open.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <Link
              href={`/runs/${runId}/inbox?item=${encodeURIComponent(item.id)}`}
              className="flex items-center gap-3 px-4 py-2 text-14 text-ink-1 no-underline hover:bg-surface-3"
            >
              <Icon
                name={item.channel}
                className={`size-4 shrink-0 ${item.read === null ? 'text-accent' : 'text-ink-3'}`}
              />
              <span className="min-w-0 flex-1 truncate">
                <span className={item.read === null ? 'font-semibold' : undefined}>
                  {pickText(language, item.subject)}
                </span>
                <span className="ml-3 text-12 text-ink-3">{item.from}</span>
              </span>
              <SimTimeText
                calendar={run.calendar}
                at={item.at}
                className="shrink-0 text-12 text-ink-3"
              />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
