'use client';

import { useSection } from '@/exercise/exercise-provider.tsx';
import { formatCompact, formatCount, formatWon } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Figure } from '../situation/figure.tsx';
import { Panel } from '../ui/panel.tsx';

/** What customers and the public make of it, as far as one's roles see it. */
export function Standing() {
  const { text, language } = useReading();
  const standing = useSection('standing');
  if (!standing) return null;
  const { contactsPerDay, secondaryHarm, costWon } = standing;
  return (
    <Panel title={text.team.standing}>
      <dl className="m-0 grid grid-cols-[repeat(auto-fit,minmax(104px,1fr))] gap-x-6 gap-y-3">
        <Figure name={text.team.contacts} title={formatCount(contactsPerDay)}>
          {formatCompact(language, contactsPerDay)}
        </Figure>
        {secondaryHarm !== null && (
          <Figure name={text.team.harm} title={formatCount(secondaryHarm)}>
            {formatCompact(language, secondaryHarm)}
          </Figure>
        )}
        {costWon !== null && (
          <Figure name={text.situation.cost} title={formatCount(costWon)}>
            {formatWon(language, costWon)}
          </Figure>
        )}
      </dl>
    </Panel>
  );
}
