'use client';

import type { DeskTeam } from '@dwell/simulator/router';
import { formatClock } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { useActWords, useEntryWords } from '../desk/act-words.ts';

const LINES = 5;

/** The latest of what a team proposed and wrote down, newest first; private words stay private. */
export function Latest({ team }: { team: DeskTeam }) {
  const { text } = useReading();
  const { desk } = useDesk();
  const actWords = useActWords();
  const entryWords = useEntryWords();
  const lines = [
    ...team.decisions.proposals.map((each) => ({ ...each, words: actWords(each.act) })),
    ...team.record.map((each) => ({ ...each, words: entryWords(each.entry) })),
  ]
    .toSorted((a, b) => b.at - a.at || b.sequence - a.sequence)
    .slice(0, LINES);
  const who = (by: string) =>
    desk.people.find((person) => person.id === by)?.name ?? text.lobby.bot;
  if (lines.length === 0) return null;
  return (
    <div className="min-h-0">
      <h3 className="m-0 text-14 font-normal text-ink-3">{text.wall.last}</h3>
      <ol className="m-0 list-none p-0 text-16">
        {lines.map((line) => (
          <li key={line.sequence} className="flex items-baseline gap-4 border-t border-line py-2">
            <span className="figures font-mono text-14 text-ink-3">
              {formatClock(team.run.calendar, line.at)}
            </span>
            <span className="line-clamp-2 min-w-0">{line.words}</span>
            <span className="ml-auto text-14 whitespace-nowrap text-ink-3">{who(line.by)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
