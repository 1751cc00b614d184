'use client';

import { useMemo } from 'react';
import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { useMaySee } from '@/exercise/use-may-see.ts';
import { useDebriefActs } from '@/live/debrief-provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTeamRules } from './use-team-rules.ts';
import type { WashBook } from './wash-book.tsx';

/** The hot wash as a team sees it on its own screens; null until it has been told. */
export function useTeamWash(): WashBook | null {
  const room = useRoom();
  const wash = useSection('wash');
  const { runId } = useRun();
  const { act, busy } = useDebriefActs(room?.exerciseId ?? '');
  const rules = useTeamRules(runId, useMaySee('rules'));
  return useMemo(() => {
    if (!room || !wash) return null;
    const names = new Map(room.people.map((person) => [person.id, person.name]));
    return {
      ...{ exerciseId: room.exerciseId, team: room.team.id },
      ...{ lines: wash.lines, improvements: wash.improvements },
      objectives: room.objectives,
      owners: room.people.map(({ name }) => name),
      ...{ rules, act, busy },
      nameOf: (by: string) => names.get(by) ?? '',
      mayWrite: wash.open && room.me.kind === 'trainee',
      mayRemove: (by: string) => by === room.me.id,
    };
  }, [room, wash, rules, act, busy]);
}
