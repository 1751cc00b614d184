import type { Facts } from './types.ts';

/** Is something that people wait for not known yet: how many, or whether it goes on? */
export function isOpen({ known, containedAt, at, items, knowableItems }: Facts): boolean {
  if (known === null || known.high > known.low * 1.05) return true;
  if (containedAt === null || containedAt > at) return true;
  return items.some((item) => !knowableItems.includes(item));
}
