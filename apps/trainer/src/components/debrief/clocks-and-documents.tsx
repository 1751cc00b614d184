'use client';

import type { HistoryClock } from '@dwell/scoring';
import { formatMoment, formatSpan } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Badge, type Severity } from '../ui/badge.tsx';
import { useBoard } from './board.tsx';
import { DocumentsTable } from './documents-table.tsx';

/** What the law wanted by when, and what was said to whom. */
export function ClocksAndDocuments() {
  return (
    <div className="flex flex-col gap-8">
      <Clocks />
      <DocumentsTable />
    </div>
  );
}

const SEVERITY: Record<HistoryClock['state'], Severity> = {
  not_started: 'info',
  open: 'attention',
  met: 'good',
  late: 'severe',
  missed: 'critical',
};

function Clocks() {
  const { text } = useReading();
  const { clocks } = useBoard().debrief.history;
  const words = text.debrief.documents;
  const running = clocks.filter((clock) => clock.state !== 'not_started');
  return (
    <section aria-label={words.clocks}>
      <h2 className="m-0 mb-2 text-16 font-semibold 2xl:text-20">{words.clocks}</h2>
      {running.length === 0 ? (
        <p className="m-0 text-14 text-ink-2">{words.clocksNone}</p>
      ) : (
        <table className="w-full text-14 2xl:text-16" aria-label={words.clocks}>
          <thead>
            <tr className="text-left text-12 text-ink-3 2xl:text-14">
              {[words.clocks, words.started, words.due, words.met, words.state].map((name) => (
                <th key={name} scope="col" className="pr-6 pb-1 font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {running.map((clock, at) => (
              <ClockRow key={`${clock.rule} ${at}`} clock={clock} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ClockRow({ clock }: { clock: HistoryClock }) {
  const { text, language } = useReading();
  const { calendar } = useBoard().debrief.history;
  const words = text.debrief.documents;
  const moment = (at: number | null) => (at === null ? '–' : formatMoment(language, calendar, at));
  const { dueAt, metAt } = clock;
  const apart = dueAt !== null && metAt !== null ? dueAt - metAt : null;
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-2 pr-6 text-left font-normal" title={clock.source}>
        {pickText(language, clock.title)}
      </th>
      <td className="figures py-2 pr-6">{moment(clock.startsAt)}</td>
      <td className="figures py-2 pr-6">{moment(dueAt)}</td>
      <td className="figures py-2 pr-6">
        {moment(metAt)}
        {apart !== null && (
          <span className="ml-3 text-ink-3">
            {apart >= 0
              ? words.ahead(formatSpan(language, apart))
              : words.behind(formatSpan(language, -apart))}
          </span>
        )}
      </td>
      <td className="py-2 2xl:[&>span]:text-16">
        <Badge severity={SEVERITY[clock.state]}>{words.clockStates[clock.state]}</Badge>
      </td>
    </tr>
  );
}
