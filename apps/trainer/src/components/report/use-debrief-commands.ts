'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import type { DebriefPage } from './debrief-tabs.tsx';

const KEYS: Readonly<Record<DebriefPage, string>> = {
  debrief: 'g d',
  ratings: 'g r',
  report: 'g p',
  class: 'g c',
};

/** The pages of a debrief from the keyboard and the palette. */
export function useDebriefCommands(pages: readonly (readonly [DebriefPage, string])[]): void {
  const router = useRouter();
  const { text } = useReading();
  const commands = useMemo<Command[]>(
    () =>
      pages.map(([page, href]) => ({
        id: `debrief-${page}`,
        title: text.review.tabs[page],
        group: 'go',
        keys: KEYS[page],
        run: () => router.push(href),
      })),
    [pages, text, router],
  );
  useCommands(commands);
}
