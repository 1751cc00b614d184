'use client';

import type { Standing } from '@/exercise/authority.ts';
import { usePeople } from '@/exercise/use-people.ts';
import { useReading } from '@/i18n/provider.tsx';

/** Whether this can be done alone, who else must agree, or who may do it at all. */
export function StandingNote({ standing }: { standing: Standing }) {
  const { text } = useReading();
  const { roleName } = usePeople();
  const named = (roles: readonly string[]) => roles.map(roleName).join(' / ');
  return (
    <p className="m-0 text-13 text-ink-2">
      {standing.how === 'alone' && text.decide.standsAlone(roleName(standing.as))}
      {standing.how === 'second' && (
        <>
          <span aria-hidden="true" className="mr-2 text-attention">
            △
          </span>
          {text.decide.standsSecond(named(standing.needs))}
        </>
      )}
      {standing.how === 'not' &&
        (standing.who.length > 0
          ? text.decide.standsNot(named(standing.who))
          : text.decide.standsNobody)}
    </p>
  );
}
