'use client';

import { useSearchParams } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import type { Change } from '@dwell/simulator/router';
import { formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { useBoard } from './board.tsx';
import { withTried } from './debrief-address.ts';
import { AddFields, InsteadFields, ShiftFields, TeamFields } from './what-if-fields.tsx';

const HOWS = ['shift', 'instead', 'never', 'add', 'team'] as const;
type How = (typeof HOWS)[number];

/** What is asked about first, where nothing was asked for: what is done against the attacker. */
const TELLING: ReadonlySet<string> = new Set([
  ...['rotate-key', 'remove-key-copies', 'check-issuance', 'check-subject-exists'],
  ...['deny-list', 'rate-limit', 'block-address', 'logout'],
]);

/** Chooses what would be different, and asks. */
export function WhatIfForm() {
  const { text, language } = useReading();
  const { debrief, address, momentOf } = useBoard();
  const { view } = useDebrief();
  const { offers, suggestions, history } = debrief;
  const picked = Number(useSearchParams().get('offer') ?? NaN);
  const offer =
    offers.find((each) => each.sequence === picked) ??
    offers.find((each) => TELLING.has(momentOf.get(each.moment)?.subject ?? '')) ??
    offers[0];
  const [asked, setAsked] = useState<How>('shift');
  const words = text.debrief.whatIf;
  const hows = HOWS.filter(
    (how) =>
      how === 'team' ||
      ((how === 'add' ? suggestions.length > 0 : offer !== undefined) &&
        (how !== 'instead' || offer!.instead.length > 0) &&
        (how !== 'shift' || offer!.to > offer!.from)),
  );
  const how = hows.includes(asked) ? asked : hows[0]!;
  const tryIt = (change: Change) => setSearchParams(withTried(address.tried, change));
  const ofOffer = how === 'shift' || how === 'instead' || how === 'never';
  const fields: Record<How, () => ReactNode> = {
    shift: () => offer && <ShiftFields key={offer.sequence} offer={offer} onTry={tryIt} />,
    instead: () => offer && <InsteadFields key={offer.sequence} offer={offer} onTry={tryIt} />,
    never: () =>
      offer && (
        <Button kind="primary" onClick={() => tryIt({ do: 'never', sequence: offer.sequence })}>
          {words.act}
        </Button>
      ),
    add: () => <AddFields onTry={tryIt} />,
    team: () => <TeamFields onTry={tryIt} />,
  };
  return (
    <Panel title={text.debrief.tabs.whatif}>
      <div className="flex flex-col gap-4">
        <p className="m-0 text-13 text-ink-2 2xl:text-14">{words.lead}</p>
        <Select
          label={words.how}
          value={how}
          options={hows.map((id) => ({ value: id, text: words.hows[id] }))}
          onPick={(id) => setAsked(id as How)}
        />
        {ofOffer && (
          <Select
            label={words.decision}
            value={String(offer?.sequence ?? '')}
            options={offers.map((each) => ({
              value: String(each.sequence),
              text: `${formatMoment(language, history.calendar, each.at)} · ${pickText(language, each.title)}`,
            }))}
            onPick={(sequence) => setSearchParams({ offer: sequence })}
          />
        )}
        {offers.length === 0 && (
          <p className="m-0 text-13 text-ink-3">
            {view.work ? text.debrief.pending : words.decisionNone}
          </p>
        )}
        {fields[how]()}
      </div>
    </Panel>
  );
}
