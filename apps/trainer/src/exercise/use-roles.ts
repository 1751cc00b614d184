'use client';

import { useMemo } from 'react';
import { ROLES, type Role } from '@dwell/simulator/roles';
import { useRoom } from './exercise-provider.tsx';

/** The roles somebody may act as here: their own in an exercise, otherwise any. */
export function useActingRoles(): readonly Role[] {
  const room = useRoom();
  return room && room.me.roles.length > 0 ? room.me.roles : ROLES;
}

/** The role to act as: the usual one if it is theirs, otherwise their first. */
export function useActingRole(usual: Role): Role {
  const roles = useActingRoles();
  return useMemo(() => (roles.includes(usual) ? usual : (roles[0] ?? usual)), [roles, usual]);
}
