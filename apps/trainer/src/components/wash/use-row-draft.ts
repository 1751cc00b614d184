'use client';

import { useState } from 'react';
import { type ImprovementItem, itemOf, sameItem } from './improvement-item.ts';

type Held = { of: string; draft: ImprovementItem | null; sent: boolean };

/**
 * A row while somebody edits it: what they typed stays until it is sent and comes back, whatever
 * others change meanwhile.
 */
export function useRowDraft(
  item: ImprovementItem,
  send: (item: ImprovementItem) => Promise<boolean>,
) {
  const of = JSON.stringify(itemOf(item));
  const [held, setHeld] = useState<Held>({ of, draft: null, sent: false });
  if (held.of !== of) setHeld({ of, draft: held.sent ? null : held.draft, sent: false });
  const shown = held.draft ?? item;
  const commit = async (next: ImprovementItem) => {
    if (next.text.trim() === '' || sameItem(next, item))
      return setHeld({ of, draft: null, sent: false });
    setHeld({ of, draft: next, sent: true });
    if (!(await send(itemOf(next)))) setHeld((old) => ({ ...old, sent: false }));
  };
  return {
    shown,
    change: (part: Partial<ImprovementItem>) =>
      setHeld({ of, draft: { ...shown, ...part }, sent: false }),
    /** What was typed goes out; with `part`, that as well. */
    commit: (part: Partial<ImprovementItem> = {}) => void commit({ ...shown, ...part }),
    drop: () => setHeld({ of, draft: null, sent: false }),
  };
}
