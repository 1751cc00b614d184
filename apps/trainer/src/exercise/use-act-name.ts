'use client';

import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ProposedAct } from './types.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { actName } from './authority.ts';
import { useExercise, useSection } from './exercise-provider.tsx';

/** The forms that can be written; none outside exercises. */
export function useForms() {
  const trpc = useTRPC();
  const exercise = useExercise();
  return useQuery(
    trpc.exercise.forms.queryOptions(undefined, {
      enabled: exercise !== null,
      staleTime: Infinity,
    }),
  );
}

/** What an act is called, by the name that authority cards give it. */
export function useActName(): (act: string) => string {
  const { text, language } = useReading();
  const decisions = useSection('decisions');
  const forms = useForms();
  return useCallback(
    (act: string) => {
      if (act === 'declare') return text.respond.declare.title;
      const decision = decisions?.cards.find((each) => each.id === act);
      if (decision) return pickText(language, decision.title);
      const form = forms.data?.find((each) => each.id === act);
      if (form) return pickText(language, form.title);
      return text.world.choices[act] ?? act;
    },
    [text, language, decisions, forms.data],
  );
}

/** A proposed act as a line: what it is called, with what it is about. */
export function useActLine(): (act: ProposedAct) => string {
  const { text, language } = useReading();
  const decisions = useSection('decisions');
  const nameOf = useActName();
  return useCallback(
    (act: ProposedAct) => {
      const name = nameOf(actName(act));
      if (act.do === 'declare') return `${name}: ${text.respond.declare.severities[act.severity]}`;
      if (act.do === 'decide') {
        const option = decisions?.cards
          .find((each) => each.id === act.decision)
          ?.options.find((each) => each.id === act.option);
        return option ? `${name}: ${pickText(language, option.text)}` : name;
      }
      if (act.do !== 'respond') return name;
      const params = Object.values(act.params).map((each) => text.world.choices[each] ?? each);
      return params.length > 0 ? `${name}: ${params.join(', ')}` : name;
    },
    [nameOf, text, language, decisions],
  );
}
