'use client';

import type { SimTime } from '@dwell/core/time';
import { usePeople } from '@/exercise/use-people.ts';
import { useRun } from '@/live/run-provider.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

/** Who wrote it, as what, when. */
export function EntryHead({ by, role, at }: { by: string; role: string; at: SimTime }) {
  const { run } = useRun();
  const { nameOf, roleName } = usePeople();
  const name = nameOf(by, role);
  return (
    <span className="flex flex-wrap gap-x-3 text-12 text-ink-3">
      <SimTimeText calendar={run.calendar} at={at} className="font-mono" />
      <span className="text-ink-2">{name}</span>
      {roleName(role) !== name && <span>{roleName(role)}</span>}
    </span>
  );
}
