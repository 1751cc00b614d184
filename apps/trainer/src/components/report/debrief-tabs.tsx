'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { useDebriefCommands } from './use-debrief-commands.ts';

export type DebriefPage = 'debrief' | 'ratings' | 'report' | 'class';

type Props = {
  exerciseId: string;
  here: DebriefPage;
  team: string | null;
  /** Whoever only may look at a shared debrief has no other page. */
  whole: boolean;
  /** Several teams can be compared. */
  several: boolean;
};

/** The pages of a debrief, beside one another. */
export function DebriefTabs({ exerciseId, here, team, whole, several }: Props) {
  const { text } = useReading();
  const pages = useMemo(() => {
    const at = `/exercises/${exerciseId}`;
    const of = team === null ? '' : `?team=${encodeURIComponent(team)}`;
    const all: readonly (readonly [DebriefPage, string])[] = [
      ['debrief', `${at}/debrief${of}`],
      ['ratings', `${at}/debrief/ratings${of}`],
      ['report', `${at}/debrief/report${of}`],
      ['class', `${at}/class`],
    ];
    return all.filter(
      ([page]) => page === here || page === 'debrief' || (whole && (page !== 'class' || several)),
    );
  }, [exerciseId, here, team, whole, several]);
  useDebriefCommands(pages);
  return (
    <nav aria-label={text.review.nav} className="flex h-11 items-center gap-1">
      {pages.map(([page, href]) => (
        <Link
          key={page}
          href={href}
          aria-current={page === here ? 'page' : undefined}
          className={classNames(
            'relative flex h-full items-center px-3 text-13 no-underline',
            page === here ? 'text-ink-1' : 'text-ink-2 hover:text-ink-1',
          )}
        >
          {text.review.tabs[page]}
          {page === here && (
            <span aria-hidden="true" className="absolute inset-x-3 -bottom-px h-[2px] bg-accent" />
          )}
        </Link>
      ))}
    </nav>
  );
}
