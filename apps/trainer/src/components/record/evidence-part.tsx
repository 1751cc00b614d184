'use client';

import Link from 'next/link';
import type { RecordCard } from '@dwell/simulator/router';
import { useSection } from '@/exercise/exercise-provider.tsx';
import { entriesOf, type EntryOf } from '@/exercise/types.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { huntHref } from '../hunt/hunt-href.ts';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { EntryHead } from './entry-head.tsx';

/** What was pinned: from hunts, from alerts, from the inbox; each leads back to where it came from. */
export function EvidencePart({ record }: { record: readonly RecordCard[] }) {
  const { text } = useReading();
  const evidence = entriesOf(record, 'evidence').toReversed();
  return (
    <Panel flush title={text.record.parts.evidence}>
      {evidence.length === 0 && (
        <Empty title={text.record.evidenceEmpty}>{text.record.evidenceNow}</Empty>
      )}
      <ul className="m-0 list-none p-0 pb-2">
        {evidence.map((card) => (
          <EvidenceRow key={card.sequence} card={card} />
        ))}
      </ul>
    </Panel>
  );
}

function EvidenceRow({ card }: { card: EntryOf<'evidence'> }) {
  const { text, language } = useReading();
  const { runId, run } = useRun();
  const inbox = useSection('inbox');
  const { entry } = card;
  const injects = [...(entry.inject === undefined ? [] : [entry.inject]), ...(entry.links ?? [])];
  const items = injects.map((id) => inbox?.find((item) => item.id === id));
  return (
    <li className="border-t border-line px-4 py-3">
      <p className="m-0 max-w-[80ch] text-14">{entry.title}</p>
      {entry.note && <p className="m-0 mt-1 max-w-[80ch] text-13 text-ink-2">{entry.note}</p>}
      {entry.query !== undefined && entry.query !== '' && (
        <p className="m-0 mt-1 font-mono text-12 break-all text-ink-2">{entry.query}</p>
      )}
      {entry.from !== undefined && entry.to !== undefined && (
        <p className="m-0 mt-1 text-12 text-ink-3">
          {formatMoment(language, run.calendar, entry.from)} –{' '}
          {formatMoment(language, run.calendar, entry.to)}
          {entry.table && ` · ${entry.table}`}
        </p>
      )}
      <p className="m-0 mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-12">
        <EntryHead by={card.by} role={card.role} at={card.at} />
        {entry.table === undefined && entry.query !== undefined && (
          <Link
            href={`/runs/${runId}/hunt?mode=sql&sql=${encodeURIComponent(entry.query)}`}
            className="text-accent no-underline hover:underline"
          >
            {text.record.toHunt}
          </Link>
        )}
        {entry.table !== undefined && (
          <Link
            className="text-accent no-underline hover:underline"
            href={huntHref(runId, {
              table: entry.table,
              query: entry.query ?? '',
              from: entry.from,
              to: entry.to,
            })}
          >
            {text.record.toHunt}
          </Link>
        )}
        {entry.alert !== undefined && (
          <Link
            href={`/runs/${runId}/alerts?alert=${encodeURIComponent(entry.alert)}`}
            className="text-accent no-underline hover:underline"
          >
            {text.record.toAlert}
          </Link>
        )}
        {items.map(
          (item) =>
            item && (
              <Link
                key={item.id}
                href={`/runs/${runId}/inbox?item=${encodeURIComponent(item.id)}`}
                className="max-w-64 truncate text-accent no-underline hover:underline"
              >
                {pickText(language, item.subject)}
              </Link>
            ),
        )}
      </p>
    </li>
  );
}
