'use client';

import { useDebrief } from '@/live/debrief-provider.tsx';
import { useBoard } from './board.tsx';
import { BoardTabs } from './board-tabs.tsx';
import { ClocksAndDocuments } from './clocks-and-documents.tsx';
import type { DebriefTab } from './debrief-address.ts';
import { Figures } from './figures.tsx';
import { Misses } from './misses.tsx';
import { NowPanel } from './now-panel.tsx';
import { Published } from './published.tsx';
import { Timeline } from './timeline.tsx';
import { WhatIfs } from './what-ifs.tsx';
import { useWindowHeight } from './use-window-height.ts';
import { WorkBar } from './making.tsx';

const PANELS = {
  now: NowPanel,
  whatif: WhatIfs,
  misses: Misses,
  documents: ClocksAndDocuments,
  case: Published,
} as const;

/** What is read beside the lanes: they stay where the window is tall enough for both. */
const BESIDE: readonly DebriefTab[] = ['now', 'whatif', 'misses'];
const TALL = 900;

/** The figures, the lanes on their clock, and what is beneath them. */
export function DebriefBody() {
  const { view } = useDebrief();
  const { address } = useBoard();
  const Panel = PANELS[address.tab];
  const beside = useWindowHeight() >= TALL && BESIDE.includes(address.tab);
  return (
    <main
      id="work"
      tabIndex={-1}
      className={`min-h-0 min-w-0 flex-1 overflow-y-auto outline-none ${beside ? 'scroll-pt-[620px]' : ''}`}
    >
      <div className="mx-auto flex max-w-[2200px] flex-col gap-4 px-6 py-4 max-lg:px-4 2xl:gap-6 2xl:px-10 2xl:py-6">
        {view.work && <WorkBar />}
        <Figures />
        <div className={beside ? 'sticky top-0 z-20 bg-surface-1 pt-2' : undefined}>
          <Timeline />
          <BoardTabs />
        </div>
        <div key={address.tab} id="debrief-panel" className="min-h-[320px]">
          <Panel />
        </div>
      </div>
    </main>
  );
}
