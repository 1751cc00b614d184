'use client';

import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { useBoard } from './board.tsx';
import { BoardTabs } from './board-tabs.tsx';
import { ClocksAndDocuments } from './clocks-and-documents.tsx';
import { Figures } from './figures.tsx';
import { Misses } from './misses.tsx';
import { NowPanel } from './now-panel.tsx';
import { Published } from './published.tsx';
import { Timeline } from './timeline.tsx';
import { WhatIfs } from './what-ifs.tsx';
import { WorkBar } from './making.tsx';

const PANELS = {
  now: NowPanel,
  whatif: WhatIfs,
  misses: Misses,
  documents: ClocksAndDocuments,
  case: Published,
} as const;

/** The figures, the lanes on their clock, and what is beneath them. */
export function DebriefBody() {
  const { text } = useReading();
  const { view } = useDebrief();
  const { address } = useBoard();
  const Panel = PANELS[address.tab];
  return (
    <main id="work" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
      <div className="mx-auto flex max-w-[2200px] flex-col gap-4 px-6 py-4 max-lg:px-4 2xl:gap-6 2xl:px-10 2xl:py-6">
        {view.work && <WorkBar />}
        <Figures />
        <Timeline />
        <BoardTabs />
        <section
          key={address.tab}
          id="debrief-panel"
          aria-label={text.debrief.tabs[address.tab]}
          className="min-h-[320px]"
        >
          <Panel />
        </section>
      </div>
    </main>
  );
}
