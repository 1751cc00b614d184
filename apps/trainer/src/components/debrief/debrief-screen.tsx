'use client';

import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { WithDrawerSlot } from '../frame/drawer-slot.tsx';
import { DebriefGate } from '../report/debrief-gate.tsx';
import { DebriefHead } from '../report/debrief-head.tsx';
import { BoardProvider } from './board.tsx';
import { DebriefBody } from './debrief-body.tsx';
import { DebriefDrawer } from './debrief-drawer.tsx';
import { Making } from './making.tsx';
import { ShareControls } from './share-controls.tsx';

/** What came of an exercise, for a room: three lanes on one clock, what was missed, what could have been. */
export function DebriefScreen({ exerciseId }: { exerciseId: string }) {
  return (
    <DebriefGate exerciseId={exerciseId}>
      <Screen />
    </DebriefGate>
  );
}

function Screen() {
  const { text } = useReading();
  const { view } = useDebrief();
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a
        href="#work"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface-3 focus:p-2"
      >
        {text.frame.skip}
      </a>
      <WithDrawerSlot
        head={
          <DebriefHead here="debrief">
            <ShareControls />
          </DebriefHead>
        }
      >
        {view.debrief ? (
          <BoardProvider key={view.team.id} debrief={view.debrief}>
            <DebriefBody />
            <DebriefDrawer />
          </BoardProvider>
        ) : (
          <Making />
        )}
      </WithDrawerSlot>
    </div>
  );
}
