'use client';

import { useState } from 'react';
import type { RecordCard } from '@dwell/simulator/router';
import { entriesOf } from '@/exercise/types.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { ForPlayers } from '../console/for-players.tsx';
import { IntervalFields, readInterval } from '../console/interval-fields.tsx';
import { TextArea } from '../console/text-area.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { EntryHead } from './entry-head.tsx';
import { EstimateDrawing } from './estimate-drawing.tsx';
import { useEntry } from './use-entry.ts';

/** How many the team said were lost, each time as an interval, drawn over simulated time. */
export function EstimatesPart({ record }: { record: readonly RecordCard[] }) {
  const { text } = useReading();
  const all = entriesOf(record, 'estimate');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_380px] items-start gap-4 max-xl:grid-cols-1">
      <Panel flush title={text.record.parts.estimates}>
        {all.length === 0 ? (
          <Empty title={text.record.estimatesEmpty}>{text.record.estimatesNow}</Empty>
        ) : (
          <div className="px-4 py-2">
            <EstimateDrawing estimates={all} />
          </div>
        )}
        <ul className="m-0 list-none p-0 pb-2">
          {all.toReversed().map((card) => (
            <li key={card.sequence} className="border-t border-line px-4 py-3">
              <p className="figures m-0 text-16">
                {formatCount(card.entry.low)} – {formatCount(card.entry.high)}
                <span className="ml-3 text-13 text-ink-2">
                  {text.record.holds(formatCount(card.entry.confidence))}
                </span>
              </p>
              {card.entry.note && (
                <p className="m-0 max-w-[72ch] text-13 text-ink-2">{card.entry.note}</p>
              )}
              <EntryHead by={card.by} role={card.role} at={card.at} />
            </li>
          ))}
        </ul>
      </Panel>
      <ForPlayers>
        <EstimateForm />
      </ForPlayers>
    </div>
  );
}

function EstimateForm() {
  const { text } = useReading();
  const entry = useEntry();
  const low = useTyped('record.estimate.low');
  const high = useTyped('record.estimate.high');
  const sure = useTyped('record.estimate.sure');
  const [note, setNote] = useTyped('record.estimate.note');
  const [tried, setTried] = useState(false);
  const interval = readInterval(low[0], high[0], sure[0] || '80');
  return (
    <Panel title={text.record.addEstimate}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!interval) return setTried(true);
          entry.write(
            { kind: 'estimate', ...interval, ...(note.trim() ? { note: note.trim() } : {}) },
            () => {
              for (const [, set] of [low, high, sure]) set('');
              setNote('');
              setTried(false);
            },
          );
        }}
        className="flex flex-col gap-4"
      >
        <IntervalFields low={low} high={high} sure={sure} wrong={tried && !interval} />
        <TextArea label={text.record.estimateNote} rows={2} value={note} onChange={setNote} />
        <p className="m-0 text-12 text-ink-3">{text.record.estimateHint}</p>
        <Button type="submit" disabled={entry.busy} className="self-start">
          {text.record.addEstimateAct}
        </Button>
      </form>
    </Panel>
  );
}
