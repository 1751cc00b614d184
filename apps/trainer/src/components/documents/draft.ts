'use client';

import { useCallback } from 'react';
import { useTypedValue } from '@/exercise/use-typed.ts';

/** A document being written, as it is kept in this browser at every stroke. */
export type Draft = {
  language: 'en' | 'ko';
  fields: Readonly<Record<string, string>>;
  wallMs: number;
};

const isDraft = (value: unknown): value is Draft => {
  const draft = value as Partial<Draft> | null;
  return (
    typeof draft?.fields === 'object' &&
    draft.fields !== null &&
    (draft.language === 'en' || draft.language === 'ko') &&
    typeof draft.wallMs === 'number'
  );
};

/** The draft of a form in this exercise; null while nothing is written. */
export function useDraft(form: string) {
  const [draft, set] = useTypedValue(`form.${form}`, isDraft);
  const write = useCallback(
    (change: Partial<Pick<Draft, 'language' | 'fields'>>, language: Draft['language']) =>
      set((old) => ({
        language: change.language ?? old?.language ?? language,
        fields: { ...old?.fields, ...change.fields },
        wallMs: Date.now(),
      })),
    [set],
  );
  const clear = useCallback(() => set(() => null), [set]);
  return [draft, write, clear] as const;
}
