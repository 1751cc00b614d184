'use client';

import Link from 'next/link';
import { useSection } from '@/exercise/exercise-provider.tsx';
import { entriesOf } from '@/exercise/types.ts';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { EntryHead } from '../record/entry-head.tsx';
import { EstimateDrawing } from '../record/estimate-drawing.tsx';
import { Panel } from '../ui/panel.tsx';

/** How many accounts are lost as far as the team knows: its latest estimate, never the truth. */
export function KnownLoss() {
  const { text, language } = useReading();
  const { runId } = useRun();
  const record = useSection('record');
  const estimates = entriesOf(record ?? [], 'estimate');
  const last = estimates.at(-1);
  const compact = (value: number) => formatCompact(language, value);
  return (
    <Panel
      title={text.situation.lost}
      aside={
        <Link
          href={`/runs/${runId}/record?show=estimates`}
          className="text-accent no-underline hover:underline"
        >
          {text.team.estimate}
        </Link>
      }
    >
      {last ? (
        <>
          <p
            className="figures m-0 text-28 font-semibold whitespace-nowrap"
            title={`${formatCount(last.entry.low)} – ${formatCount(last.entry.high)}`}
          >
            {compact(last.entry.low)} – {compact(last.entry.high)}
          </p>
          <p className="m-0 mb-1 text-13 text-ink-2">
            {text.record.holds(formatCount(last.entry.confidence))}
          </p>
          <EntryHead by={last.by} role={last.role} at={last.at} />
          {estimates.length > 1 && (
            <div className="mt-2">
              <EstimateDrawing estimates={estimates} height={110} />
            </div>
          )}
        </>
      ) : (
        <>
          <p className="m-0 text-20 font-semibold text-ink-2">{text.situation.lostUnknown}</p>
          <p className="m-0 mt-1 text-13 text-ink-2">{text.team.estimateNone}</p>
        </>
      )}
    </Panel>
  );
}
