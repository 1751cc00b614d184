import type { InboxItem, RecordCard } from '@dwell/simulator/router';
import { entriesOf } from '@/exercise/types.ts';
import type { Language } from '@/i18n/language.ts';
import { pickText } from '@/i18n/pick-text.ts';

export const CHANNELS = ['mail', 'ticket', 'chat', 'phone', 'news', 'social', 'regulator'] as const;

/** What the list may be narrowed to: how an item stands, or how it came. */
export const FILTERS = ['all', 'unread', 'waiting', 'linked', ...CHANNELS] as const;
export type Filter = (typeof FILTERS)[number];

/** Can still be answered, and nobody has. */
export const isWaiting = (item: InboxItem): boolean => item.answerable && item.answers.length === 0;

/** The others that each item was said to belong with, by the evidence in the record. */
export function linksOf(record: readonly RecordCard[]): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    if (from !== to) links.set(from, (links.get(from) ?? new Set()).add(to));
  };
  for (const { entry } of entriesOf(record, 'evidence')) {
    const group = [...(entry.inject === undefined ? [] : [entry.inject]), ...(entry.links ?? [])];
    for (const from of group) for (const to of group) add(from, to);
  }
  return new Map([...links].map(([id, others]) => [id, [...others]]));
}

type Ask = { filter: Filter; search: string; language: Language };

/** The items that pass, newest first; a search looks for every word in sender, subject and text. */
export function shownItems(
  inbox: readonly InboxItem[],
  links: ReadonlyMap<string, readonly string[]>,
  { filter, search, language }: Ask,
): readonly InboxItem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return inbox
    .filter((item) => passes(item, links, filter))
    .filter((item) => {
      if (words.length === 0) return true;
      const all = [item.from, pickText(language, item.subject), pickText(language, item.body)];
      const whole = all.join(' ').toLowerCase();
      return words.every((word) => whole.includes(word));
    })
    .toSorted((a, b) => b.at - a.at);
}

function passes(
  item: InboxItem,
  links: ReadonlyMap<string, readonly string[]>,
  filter: Filter,
): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unread':
      return item.read === null;
    case 'waiting':
      return isWaiting(item);
    case 'linked':
      return links.has(item.id);
    default:
      return item.channel === filter;
  }
}
