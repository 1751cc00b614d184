'use client';

import { useCallback } from 'react';
import type { Moment } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { useBoard } from './board.tsx';

/** What a moment is, in a word; of an alert also whether there was anything behind it. */
export function useKindName(): (moment: Pick<Moment, 'id' | 'kind'>) => string {
  const { text } = useReading();
  const { falseAlerts } = useBoard();
  const { kinds, alertTrue, alertFalse } = text.debrief;
  return useCallback(
    ({ id, kind }) =>
      kind === 'alert' ? (falseAlerts.has(id) ? alertFalse : alertTrue) : kinds[kind],
    [falseAlerts, kinds, alertTrue, alertFalse],
  );
}
