'use client';

import { createContext, use } from 'react';
import type { Desk, ExerciseCard, Form, Text } from '@dwell/simulator/router';
import { en, type Messages } from '@/i18n/en.ts';
import { ko } from '@/i18n/ko.ts';
import type { Language } from '@/i18n/language.ts';
import { pickText } from '@/i18n/pick-text.ts';

type Pack = {
  language: Language;
  text: Messages;
  desk: Desk;
  card: ExerciseCard;
  /** The pack's side of a two-language text. */
  say: (words: Text) => string;
  role: (role: string) => string;
  /** The name of an act that authority cards speak of. */
  act: (code: string) => string;
};

const PackContext = createContext<Pack | null>(null);

/** Everything a page of the pack is written from, in the pack's own language. */
export function packOf(
  language: Language,
  desk: Desk,
  card: ExerciseCard,
  forms: readonly Form[],
): Pack {
  const text = language === 'ko' ? ko : en;
  const { decisions, cards } = card.plan;
  return {
    language,
    text,
    desk,
    card,
    say: (words) => pickText(language, words),
    role: (role) => {
      const own = cards.find((each) => each.role === role);
      return own ? pickText(language, own.title) : (text.world.roles[role] ?? role);
    },
    act: (code) => {
      const decision = decisions.find((each) => each.id === code);
      if (decision) return pickText(language, decision.title);
      const form = forms.find((each) => each.id === code);
      if (form) return pickText(language, form.title);
      return code === 'declare' ? text.respond.declare.title : (text.world.choices[code] ?? code);
    },
  };
}

export const PackProvider = PackContext.Provider;

/** The pack that a page belongs to. */
export function usePack(): Pack {
  const pack = use(PackContext);
  if (!pack) throw new Error('usePack needs a PackProvider above it');
  return pack;
}
