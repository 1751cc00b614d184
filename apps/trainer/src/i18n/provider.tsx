'use client';

import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { useRouter } from 'next/navigation';
import { en, type Messages } from './en.ts';
import { ko } from './ko.ts';
import {
  keepChoice,
  type Language,
  LANGUAGE_COOKIE,
  type Theme,
  THEME_COOKIE,
  THEMES,
} from './language.ts';

type Reading = {
  language: Language;
  text: Messages;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  switchLanguage: () => void;
  switchTheme: () => void;
};

const ReadingContext = createContext<Reading | null>(null);

/** Language, messages and theme of the page; both choices are kept in cookies, so the server renders them too. */
export function ReadingProvider({
  language: first,
  theme: firstTheme,
  children,
}: {
  language: Language;
  theme: Theme;
  children: ReactNode;
}) {
  const router = useRouter();
  const [language, setLanguage] = useState(first);
  const [theme, setThemeState] = useState(firstTheme);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);
  const setTheme = useCallback((next: Theme) => {
    keepChoice(THEME_COOKIE, next);
    setThemeState(next);
  }, []);
  const reading = useMemo<Reading>(
    () => ({
      language,
      text: language === 'ko' ? ko : en,
      theme,
      setTheme,
      switchTheme: () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!),
      switchLanguage: () => {
        const next = language === 'ko' ? 'en' : 'ko';
        keepChoice(LANGUAGE_COOKIE, next);
        setLanguage(next);
        router.refresh();
      },
    }),
    [language, theme, setTheme, router],
  );
  return <ReadingContext value={reading}>{children}</ReadingContext>;
}

/** `const { text, language } = useReading()`. */
export function useReading(): Reading {
  const reading = use(ReadingContext);
  if (!reading) throw new Error('useReading needs a ReadingProvider above it');
  return reading;
}
