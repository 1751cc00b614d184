'use client';

import { usePlay } from '@/exercise/use-play.ts';
import type { RecordEntry } from '@/exercise/types.ts';
import { useReading } from '@/i18n/provider.tsx';
import { entryLine } from '../console/reasons-fields.tsx';

/** Writes into the team's record. */
export function useEntry() {
  const { text } = useReading();
  const play = usePlay();
  return {
    busy: play.busy,
    write: (entry: RecordEntry, onDone?: () => void) =>
      play.run({ do: 'record', entry }, { title: entryLine(text, entry), onDone }),
  };
}
