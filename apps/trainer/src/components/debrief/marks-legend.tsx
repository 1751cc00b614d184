'use client';

import { useMemo } from 'react';
import type { Moment } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { useBoard } from './board.tsx';
import { LANES } from './lanes.tsx';
import { MomentGlyph } from './moment-glyph.tsx';
import { useKindName } from './use-kind-name.ts';

/** What each shape stands for: those that there are, lane by lane. */
export function MarksLegend() {
  const { text } = useReading();
  const words = text.debrief;
  return (
    <Popover
      label={words.timeline.marks}
      align="right"
      opener={(attributes) => (
        <Button kind="quiet" small {...attributes}>
          {words.timeline.marks}
        </Button>
      )}
    >
      {(close) => (
        <div className="grid max-h-[60dvh] grid-cols-3 gap-6 overflow-y-auto p-2">
          {LANES.map((lane) => (
            <LaneMarks key={lane} lane={lane} />
          ))}
          <Button small className="col-span-3 justify-self-end" onClick={close}>
            {text.common.close}
          </Button>
        </div>
      )}
    </Popover>
  );
}

function LaneMarks({ lane }: { lane: Moment['lane'] }) {
  const { text } = useReading();
  const { debrief, falseAlerts } = useBoard();
  const kindName = useKindName();
  const { moments } = debrief.history;
  const marks = useMemo(() => {
    const known = new Map<string, Moment>();
    for (const moment of moments) {
      const name = kindName(moment);
      if (moment.lane === lane && !known.has(name)) known.set(name, moment);
    }
    return [...known];
  }, [moments, lane, kindName]);
  return (
    <section aria-label={text.debrief.lanes[lane]}>
      <h3 className="m-0 mb-1 text-13 font-medium">{text.debrief.lanes[lane]}</h3>
      <ul className="m-0 list-none p-0 text-13">
        {marks.map(([name, moment]) => (
          <li key={name} className="flex items-center gap-2 py-1">
            <MomentGlyph kind={moment.kind} hollow={falseAlerts.has(moment.id)} />
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
