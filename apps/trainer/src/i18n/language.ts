/** The two languages of the trainer. */
export type Language = 'en' | 'ko';

/** `dark`, `light`, or `contrast`: the data attribute on the document. */
export type Theme = 'dark' | 'light' | 'contrast';

export const LANGUAGE_COOKIE = 'dwell-language';
export const THEME_COOKIE = 'dwell-theme';
export const THEMES: readonly Theme[] = ['dark', 'light', 'contrast'];

/** The language asked for: the cookie first, then the browser's preference, then English. */
export function chooseLanguage(
  cookie: string | undefined,
  acceptLanguage: string | null,
): Language {
  if (cookie === 'en' || cookie === 'ko') return cookie;
  const first = (acceptLanguage ?? '').split(',').find((part) => /^\s*(en|ko)\b/i.test(part));
  return first && /ko/i.test(first) ? 'ko' : 'en';
}

/** The theme of the cookie; dark when there is none. */
export function chooseTheme(cookie: string | undefined): Theme {
  return THEMES.find((theme) => theme === cookie) ?? 'dark';
}

/** Keeps a choice for a year, for this site only. */
export function keepChoice(cookie: string, value: string): void {
  document.cookie = `${cookie}=${value}; path=/; max-age=31536000; samesite=lax`;
}
