import type { Text } from '../../scenario/types.ts';

export type Value = Text | string | number;

const QUOTED_MAX = 240;

/** A sentence in both languages, its places in braces filled; numbers are grouped by thousands. */
export function say(words: Text, values: { readonly [place: string]: Value } = {}): Text {
  const fill = (language: 'en' | 'ko') =>
    words[language].replace(/\{(\w+)\}/g, (_, place: string) =>
      inWords(values[place] ?? '', language),
    );
  return { en: fill('en'), ko: fill('ko') };
}

/** Somebody's own words, the same in both languages, cut where they grow long. */
export function quoted(text: string): Text {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut = line.length > QUOTED_MAX ? `${line.slice(0, QUOTED_MAX - 1)}…` : line;
  return { en: cut, ko: cut };
}

function inWords(value: Value, language: 'en' | 'ko'): string {
  if (typeof value === 'number') return grouped(value);
  return typeof value === 'string' ? value : value[language];
}

/** A whole number with its thousands apart: 33,673,817. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
