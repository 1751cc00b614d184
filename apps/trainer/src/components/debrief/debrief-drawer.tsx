'use client';

import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { useBoard } from './board.tsx';
import { EvidenceDrawer } from './evidence-drawer.tsx';
import { MomentDetail } from './moment-detail.tsx';
import { MomentList } from './moment-list.tsx';
import { ScoreDrawer } from './score-drawer.tsx';

const close = () => setSearchParams({ moment: null, figure: null, around: null });

/** Beside the lanes: one moment, the moments of a place, or what a figure rests on. */
export function DebriefDrawer() {
  const { text } = useReading();
  const { address, debrief } = useBoard();
  const words = text.debrief;
  if (address.moment !== null)
    return (
      <ContextDrawer title={words.drawer.list} label={words.drawer.list} onClose={close}>
        <MomentDetail id={address.moment} />
      </ContextDrawer>
    );
  if (address.figure === 'score')
    return (
      <ContextDrawer title={words.score} label={words.score} onClose={close}>
        <ScoreDrawer />
      </ContextDrawer>
    );
  const measure = debrief.score.measures.find((each) => each.id === address.figure);
  if (measure) {
    const name = words.measures[measure.id];
    return (
      <ContextDrawer title={name} label={words.evidenceOf(name)} onClose={close}>
        <EvidenceDrawer measure={measure} />
      </ContextDrawer>
    );
  }
  if (!address.around) return null;
  const { lane, from, to } = address.around;
  const moments = debrief.history.moments.filter(
    (moment) => moment.lane === lane && moment.at >= from && moment.at <= to,
  );
  return (
    <ContextDrawer title={words.lanes[lane]} label={words.lanes[lane]} onClose={close}>
      <MomentList moments={moments} />
    </ContextDrawer>
  );
}
