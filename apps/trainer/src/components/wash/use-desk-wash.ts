'use client';

import { useMemo } from 'react';
import { useDebrief, useDebriefActs } from '@/live/debrief-provider.tsx';
import { useNames } from '../report/use-names.ts';
import { useTeamRules } from './use-team-rules.ts';
import type { WashBook } from './wash-book.tsx';

/** The hot wash as the desk, evaluators and whoever a debrief is shared with see it. */
export function useDeskWash(): WashBook {
  const { exerciseId, view } = useDebrief();
  const { act, busy } = useDebriefActs(exerciseId);
  const nameOf = useNames();
  const rules = useTeamRules(view.runId, !view.trainee);
  const objectives = view.debrief?.history.objectives;
  return useMemo(
    () => ({
      ...{ exerciseId, team: view.team.id, lines: view.wash, improvements: view.improvements },
      objectives: objectives ?? [],
      owners: view.people.map(({ name }) => name),
      ...{ rules, nameOf, act, busy },
      mayWrite: view.rates || view.leads,
      mayRemove: () => view.leads || view.rates,
    }),
    [exerciseId, view, objectives, rules, nameOf, act, busy],
  );
}
