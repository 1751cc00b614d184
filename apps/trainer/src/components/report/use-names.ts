'use client';

import { useCallback, useMemo } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';

/** Names of whoever had a part in the exercise, by id; bots go by their role. */
export function useNames(): (by: string) => string {
  const { text } = useReading();
  const { view } = useDebrief();
  const actors = view.debrief?.history.actors;
  const names = useMemo(
    () =>
      new Map([
        ...(actors ?? []).map((actor) => [actor.id, actor.name] as const),
        ...view.people.map((person) => [person.id, person.name] as const),
      ]),
    [actors, view.people],
  );
  return useCallback((by) => names.get(by) ?? text.world.roles[by] ?? by, [names, text]);
}
