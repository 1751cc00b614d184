import type { EntryOf } from '@/exercise/types.ts';

/** Actions, open ones first and newest first; one is done once an entry that refers to it says so. */
export function actionsOf(
  entries: readonly EntryOf<'action'>[],
): readonly { card: EntryOf<'action'>; doneAt: number | null }[] {
  const doneAt = new Map<number, number>();
  for (const card of entries)
    if (card.entry.refers !== undefined && card.entry.done !== undefined)
      doneAt.set(card.entry.refers, card.at);
  return entries
    .filter((card) => card.entry.refers === undefined)
    .map((card) => ({ card, doneAt: doneAt.get(card.sequence) ?? null }))
    .toSorted(
      (a, b) =>
        Number(a.doneAt !== null) - Number(b.doneAt !== null) || b.card.sequence - a.card.sequence,
    );
}
