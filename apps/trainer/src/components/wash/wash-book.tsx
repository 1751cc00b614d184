'use client';

import { createContext, use } from 'react';
import type { Improvement, WashLine } from '@dwell/scoring';
import type { DebriefAct, Text } from '@dwell/simulator/router';

/** What the hot wash of a team is written from, whoever looks at it. */
export type WashBook = {
  exerciseId: string;
  team: string;
  lines: readonly WashLine[];
  improvements: readonly Improvement[];
  objectives: readonly { id: string; title: Text }[];
  /** Offered as owners; any other name will do too. */
  owners: readonly string[];
  /** Rules that an improvement may carry along. */
  rules: readonly { name: string; title: string; text: string }[];
  nameOf: (by: string) => string;
  mayWrite: boolean;
  /** May the viewer take back what this person wrote? */
  mayRemove: (by: string) => boolean;
  act: (act: DebriefAct) => Promise<boolean>;
  busy: boolean;
};

const WashContext = createContext<WashBook | null>(null);

export const WashProvider = WashContext.Provider;

/** The hot wash on screen. */
export function useWash(): WashBook {
  const book = use(WashContext);
  if (!book) throw new Error('useWash needs a WashProvider above it');
  return book;
}
