'use client';

import type { ExerciseState } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { Badge, type Severity } from '../ui/badge.tsx';

const LOOK: Record<ExerciseState, Severity> = {
  lobby: 'info',
  running: 'good',
  frozen: 'attention',
  ended: 'info',
};

/** Where an exercise stands: shape, word and colour. */
export function ExerciseStateBadge({ state }: { state: ExerciseState }) {
  const { text } = useReading();
  return <Badge severity={LOOK[state]}>{text.exercises.states[state]}</Badge>;
}
