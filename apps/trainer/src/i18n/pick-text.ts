import type { Language } from './language.ts';

/** The reader's side of a two-language text of the scenario. */
export function pickText(language: Language, text: { en: string; ko: string }): string {
  return text[language] || text.en;
}
