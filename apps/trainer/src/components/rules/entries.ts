import type { RuleCard } from '@dwell/simulator/router';
import type { Language } from '@/i18n/language.ts';
import { ruleTitle } from '@/i18n/rule-text.ts';
import { type Draft, isNew } from './drafts.ts';
import { LEVEL_ORDER } from './level.tsx';
import { nameOf } from './template.ts';

/** A line of the list: a rule of the run, a text that is only in this browser, or both. */
export type RuleEntry = { key: string; card: RuleCard | null; draft: Draft | null };

/** Groups of the list, from top to bottom. */
export const ENTRY_GROUPS = ['unsaved', 'deployed', 'library', 'retired'] as const;
export type EntryGroup = (typeof ENTRY_GROUPS)[number];

/** The group that an entry stands in. */
export function groupOf({ card }: RuleEntry): EntryGroup {
  if (!card) return 'unsaved';
  return card.state === 'deploying' ? 'deployed' : card.state;
}

/** What an entry is called. */
export function titleOf(language: Language, { card, draft, key }: RuleEntry): string {
  if (card) return ruleTitle(language, card);
  return (
    /^title:\s*["']?(.+?)["']?\s*$/m.exec(draft?.text ?? '')?.[1] ??
    nameOf(draft?.text ?? '') ??
    key
  );
}

/** How loud it is: as the text in hand says, else as the run knows it. */
export function levelOf({ card, draft }: RuleEntry): RuleCard['level'] {
  const said = draft && [...draft.text.matchAll(/^level:\s*([a-z]+)/gm)].at(-1)?.[1];
  return LEVEL_ORDER.find((level) => level !== null && level === said) ?? card?.level ?? null;
}

/** All entries that a filter lets by, in the order of the list. */
export function ruleEntries(
  cards: readonly RuleCard[],
  drafts: Readonly<Record<string, Draft>>,
  filter: string,
  language: Language = 'en',
): RuleEntry[] {
  const known = new Set(cards.map((card) => card.name));
  // A draft of a rule that has gone meanwhile is not lost: it stands among the new ones.
  const loose = Object.keys(drafts).filter((key) => isNew(key) || !known.has(key));
  const entries: RuleEntry[] = [
    ...loose.map((key) => ({ key, card: null, draft: drafts[key]! })),
    ...cards.map((card) => ({ key: card.name, card, draft: drafts[card.name] ?? null })),
  ];
  const wanted = filter.trim().toLowerCase();
  const fits = (entry: RuleEntry) =>
    [entry.key, titleOf(language, entry), ...(entry.card?.techniques ?? [])].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  const rank = (entry: RuleEntry) => LEVEL_ORDER.indexOf(levelOf(entry));
  const sorted = entries
    .filter(fits)
    .toSorted(
      (a, b) =>
        Number(a.card?.teaching ?? false) - Number(b.card?.teaching ?? false) ||
        rank(a) - rank(b) ||
        (a.key < b.key ? -1 : 1),
    );
  return ENTRY_GROUPS.flatMap((group) => sorted.filter((entry) => groupOf(entry) === group));
}
