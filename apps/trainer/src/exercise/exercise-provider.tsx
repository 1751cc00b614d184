'use client';

import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import type { ConsoleMessage, ConsoleSection, ConsoleSections } from '@dwell/simulator/router';
import { useTRPC } from '@/trpc/client.ts';

type Seated = {
  exerciseId: string;
  /** Does the exercise's own stream stand? */
  connected: boolean;
};

const ExerciseContext = createContext<Seated | null>(null);

const sectionKey = (exerciseId: string, section: ConsoleSection) => [
  'exercise',
  exerciseId,
  section,
];

type Props = {
  runId: string;
  waiting: ReactNode;
  failed: (error: unknown, again: () => void) => ReactNode;
  children: ReactNode;
};

/**
 * Whose seat this run is: nobody's outside exercises. In one, a stream of its own brings the sections of
 * the console that the viewer's roles may see; each is kept whole in the query cache.
 */
export function ExerciseProvider({ runId, waiting, failed, children }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const seat = useQuery(trpc.exercise.seatOf.queryOptions({ runId }, { staleTime: Infinity }));
  const exerciseId = seat.data?.exerciseId ?? null;
  const onData = useCallback(
    ({ data }: { data: ConsoleMessage }) => {
      if (exerciseId !== null)
        queryClient.setQueryData(sectionKey(exerciseId, data.section), data.value);
    },
    [queryClient, exerciseId],
  );
  const stream = useSubscription(
    trpc.exercise.live.subscriptionOptions(
      { exerciseId: exerciseId ?? '' },
      { enabled: exerciseId !== null, onData },
    ),
  );
  const connected = stream.status === 'pending';
  const seated = useMemo<Seated | null>(
    () => (exerciseId === null ? null : { exerciseId, connected }),
    [exerciseId, connected],
  );
  if (seat.isError) return failed(seat.error, () => void seat.refetch());
  if (seat.isPending) return waiting;
  return <ExerciseContext value={seated}>{children}</ExerciseContext>;
}

/** The exercise that the viewer has a seat in on this run; null outside exercises. */
export const useExercise = (): Seated | null => use(ExerciseContext);

/** A section of the console as last told; null before it has come, and outside exercises. */
export function useSection<Section extends ConsoleSection>(
  section: Section,
): ConsoleSections[Section] | null {
  const exercise = useExercise();
  const query = useQuery<ConsoleSections[Section]>({
    queryKey: sectionKey(exercise?.exerciseId ?? '', section),
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return exercise === null ? null : (query.data ?? null);
}

/** The room the viewer sits in; null outside exercises and until it has come. */
export const useRoom = () => useSection('room');
