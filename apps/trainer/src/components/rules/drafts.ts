'use client';

import { useCallback, useMemo } from 'react';
import { useKeptHere } from '@/live/kept-here.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useViewer } from '@/live/viewer.tsx';

/** A text that differs from what the server has: `of` is what it was written from, null for a new one. */
export type Draft = { text: string; of: string | null };
type Drafts = Readonly<Record<string, Draft>>;

/** Names of texts that have never been saved start with this; no rule's name does. */
const NEW = '~';

/** Is it the key of a text that has never been saved? */
export const isNew = (key: string) => key.startsWith(NEW);

function isDrafts(value: unknown): value is Drafts {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (each) =>
        typeof (each as Draft | null)?.text === 'string' &&
        ['string', 'object'].includes(typeof (each as Draft).of),
    )
  );
}

/** The lowest key for a new text that no other has. */
export function newKey(taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`${NEW}${n}`)) return `${NEW}${n}`;
}

/** Unsaved rule texts of this run and person, in this browser. */
export function useDrafts() {
  const { runId } = useRun();
  const viewer = useViewer();
  const [kept, set] = useKeptHere(`dwell.rules.${runId}.${viewer.id}`, isDrafts);
  const drafts = useMemo<Drafts>(() => kept ?? {}, [kept]);
  const put = useCallback(
    (key: string, draft: Draft) => set((old) => ({ ...old, [key]: draft })),
    [set],
  );
  const drop = useCallback(
    (key: string, of?: string) =>
      set((old) => {
        // Whoever has typed on since keeps what is new.
        if (of !== undefined && old?.[key]?.text !== of) return old;
        const { [key]: _gone, ...rest } = old ?? {};
        return Object.keys(rest).length > 0 ? rest : null;
      }),
    [set],
  );
  /** Keeps a text that has no name yet; gives the key to open it by. */
  const add = useCallback(
    (text: string) => {
      let key = '';
      set((old) => {
        key = newKey(Object.keys(old ?? {}));
        return { ...old, [key]: { text, of: null } };
      });
      return key;
    },
    [set],
  );
  return useMemo(() => ({ drafts, put, drop, add }), [drafts, put, drop, add]);
}
