'use client';

import type { Moment } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { Button } from '../ui/button.tsx';
import { useBoard } from './board.tsx';

/** What can be asked about a moment: what if it had been otherwise. */
export function MomentLinks({ moment }: { moment: Moment }) {
  const { text } = useReading();
  const { debrief } = useBoard();
  const offer = debrief.offers.find((each) => each.moment === moment.id);
  if (!offer) return null;
  return (
    <Button
      kind="primary"
      onClick={() => setSearchParams({ show: 'whatif', offer: String(offer.sequence) }, true)}
    >
      {text.debrief.whatIf.change}
    </Button>
  );
}
