'use client';

import { useCallback, useMemo } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useRoom } from './exercise-provider.tsx';

/** Names of people by id. Whoever has none here (a seat that is played for the team) goes by the role. */
export function usePeople() {
  const { text } = useReading();
  const room = useRoom();
  const names = useMemo(
    () => new Map(room?.people.map((person) => [person.id, person.name])),
    [room?.people],
  );
  const roleName = useCallback((role: string) => text.world.roles[role] ?? role, [text]);
  const nameOf = useCallback(
    (by: string, role: string) => names.get(by) ?? roleName(role),
    [names, roleName],
  );
  return { nameOf, roleName };
}
