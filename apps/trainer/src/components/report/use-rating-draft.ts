'use client';

import type { Letter, Rating } from '@dwell/scoring';
import { useKeptHere } from '@/live/kept-here.ts';
import { useTypedHereKey } from './use-typed-here.ts';

export type RatingDraft = {
  letter: Letter | null;
  observation: string;
  moments: readonly string[];
};

function isDraft(value: unknown): value is RatingDraft {
  const draft = value as RatingDraft | null;
  return (
    typeof draft === 'object' &&
    draft !== null &&
    typeof draft.observation === 'string' &&
    Array.isArray(draft.moments)
  );
}

/**
 * What an evaluator is writing about an objective: begun from what was given, kept in this browser
 * until it is saved or thrown away.
 */
export function useRatingDraft(
  exerciseId: string,
  team: string,
  objective: string,
  given: Rating | null,
) {
  const key = useTypedHereKey(exerciseId, `rating.${team}.${objective}`);
  const [kept, set] = useKeptHere(key, isDraft);
  const start: RatingDraft = {
    letter: given?.letter ?? null,
    observation: given?.observation ?? '',
    moments: given?.moments ?? [],
  };
  return {
    draft: kept ?? start,
    changed: kept !== null,
    change: (part: Partial<RatingDraft>) => set((old) => ({ ...(old ?? start), ...part })),
    drop: () => set(() => null),
  };
}

/** What a rating still lacks; without any of these it does not count. */
export function lacksOf(draft: RatingDraft): readonly ('letter' | 'observation' | 'moments')[] {
  return [
    ...(draft.letter === null ? (['letter'] as const) : []),
    ...(draft.observation.trim() === '' ? (['observation'] as const) : []),
    ...(draft.moments.length === 0 ? (['moments'] as const) : []),
  ];
}
