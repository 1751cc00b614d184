'use client';

import { useCallback, useState } from 'react';
import type { AlertRow } from '@dwell/simulator/router';
import { heldQueue } from './queue.ts';

/**
 * The queue as it was when it was last asked for: rows change in place, new ones wait until `show`.
 * `question`: what the queue answers; another one is shown as it is. An empty queue holds nothing up.
 */
export function useHeldQueue(queue: readonly AlertRow[], question: string, ready: boolean) {
  const [held, setHeld] = useState<{ question: string; ids: readonly string[] } | null>(null);
  const ids = () => queue.map((alert) => alert.id);
  const empty = held !== null && heldQueue(queue, held.ids).rows.length === 0 && queue.length > 0;
  if (ready && (held === null || held.question !== question || empty))
    setHeld({ question, ids: ids() });
  const { rows, fresh } = heldQueue(queue, held?.ids ?? []);
  const show = () => setHeld({ question, ids: ids() });
  /** Alerts that came back by one's own doing are shown where they were, at the top. */
  const include = useCallback(
    (back: readonly string[]) =>
      setHeld(
        (old) => old && { ...old, ids: [...back, ...old.ids.filter((id) => !back.includes(id))] },
      ),
    [],
  );
  return { rows, fresh, show, include };
}
