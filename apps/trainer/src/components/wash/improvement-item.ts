import type { Improvement } from '@dwell/scoring';

/** An improvement as it is sent: whoever keeps it gives it its id and its writer. */
export type ImprovementItem = Omit<Improvement, 'id' | 'by'>;

export const EMPTY_ITEM: ImprovementItem = {
  ...{ text: '', owner: '', due: null, measure: '' },
  ...{ status: 'open', objective: null, carries: null },
};

/** Only what is sent, with the spaces around words taken away. */
export function itemOf(item: ImprovementItem): ImprovementItem {
  const { text, owner, due, measure, status, objective, carries } = item;
  const trimmed = { text: text.trim(), owner: owner.trim(), measure: measure.trim() };
  return { ...trimmed, due: due || null, status, objective, carries };
}

/** What an improvement lacks to be a plan, as names of its fields. */
export function itemLacks(item: ImprovementItem): readonly ('owner' | 'due' | 'measure')[] {
  return (['owner', 'due', 'measure'] as const).filter((each) => (item[each] ?? '').trim() === '');
}

/** Is what is sent the same? */
export function sameItem(a: ImprovementItem, b: ImprovementItem): boolean {
  return JSON.stringify(itemOf(a)) === JSON.stringify(itemOf(b));
}
