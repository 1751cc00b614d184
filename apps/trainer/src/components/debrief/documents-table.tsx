'use client';

import { useMemo, type ReactNode } from 'react';
import type { HistoryDocument, HistoryFinding } from '@dwell/scoring';
import { formatCompact } from '@/i18n/format-number.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { Badge } from '../ui/badge.tsx';
import { Empty } from '../ui/empty.tsx';
import { useBoard } from './board.tsx';
import { type CompareRow, compareDocuments } from './documents-compare.ts';
import { lossBy } from './loss-curve.ts';

/** Every document in a column of its own, the same question in the same line; what differs is marked. */
export function DocumentsTable() {
  const { text } = useReading();
  const { documents } = useBoard().debrief.history;
  const rows = useMemo(() => compareDocuments(documents), [documents]);
  const words = text.debrief.documents;
  return (
    <section aria-label={words.title}>
      <h2 className="m-0 text-16 font-semibold 2xl:text-20">{words.title}</h2>
      {documents.length === 0 ? (
        <Empty title={words.none}>{words.noneNow}</Empty>
      ) : (
        <>
          <p className="m-0 mb-3 text-13 text-ink-2 2xl:text-16">{words.differsNote}</p>
          <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={words.title}>
            <table aria-label={words.title} className="min-w-full text-14 2xl:text-16">
              <thead>
                <tr>
                  <td className="sticky left-0 bg-surface-1">
                    <span className="sr-only">{words.title}</span>
                  </td>
                  {documents.map((document) => (
                    <DocumentHead key={document.moment} document={document} />
                  ))}
                </tr>
              </thead>
              <tbody>
                <TruthRow documents={documents} />
                {rows.map((row) => (
                  <AnswerRow key={row.id} row={row} />
                ))}
                <tr className="border-t border-line-strong align-top">
                  <RowHead>{words.findings}</RowHead>
                  {documents.map((document) => (
                    <td key={document.moment} className="max-w-[420px] min-w-[240px] py-3 pr-6">
                      <Findings findings={document.findings} />
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function DocumentHead({ document }: { document: HistoryDocument }) {
  const { language } = useReading();
  const { calendar } = useBoard().debrief.history;
  return (
    <th scope="col" className="max-w-[420px] min-w-[240px] py-2 pr-6 text-left align-bottom">
      <button
        type="button"
        className="text-left font-semibold hover:text-accent"
        onClick={() => setSearchParams({ moment: document.moment, figure: null }, true)}
      >
        {pickText(language, document.title)}
      </button>
      <span className="figures block text-12 font-normal text-ink-3 2xl:text-14">
        {formatMoment(language, calendar, document.at)}
      </span>
    </th>
  );
}

function RowHead({ children }: { children: ReactNode }) {
  return (
    <th
      scope="row"
      className="sticky left-0 w-[160px] min-w-[160px] bg-surface-1 py-3 pr-4 text-left align-top text-13 font-normal text-ink-2 2xl:w-[220px] 2xl:min-w-[220px] 2xl:text-16"
    >
      {children}
    </th>
  );
}

/** How many really were lost by then, above what each document says. */
function TruthRow({ documents }: { documents: readonly HistoryDocument[] }) {
  const { text, language } = useReading();
  const { loss } = useBoard().debrief.history;
  return (
    <tr className="border-t border-line-strong">
      <RowHead>{text.debrief.documents.truth}</RowHead>
      {documents.map((document) => (
        <td key={document.moment} className="figures py-3 pr-6 text-ink-2">
          {text.common.accounts(formatCompact(language, lossBy(loss, document.at)))}
        </td>
      ))}
    </tr>
  );
}

/** A time as a form's field holds it, for people. */
const asRead = (answer: string) => answer.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/, '$1 $2');

function AnswerRow({ row }: { row: CompareRow }) {
  const { text, language } = useReading();
  const words = text.debrief.documents;
  return (
    <tr className="border-t border-line align-top">
      <RowHead>
        {pickText(language, row.label)}
        {row.differs && (
          <span className="mt-1 block">
            <Badge severity="attention">≠ {words.differs}</Badge>
          </span>
        )}
      </RowHead>
      {row.answers.map((answer, at) => (
        <td key={at} className="max-w-[420px] min-w-[240px] py-3 pr-6 wrap-anywhere">
          {answer === null ? (
            <span className="text-ink-3">{words.silent}</span>
          ) : (
            <span className="line-clamp-6" title={answer}>
              {asRead(answer)}
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}

function Findings({ findings }: { findings: readonly HistoryFinding[] }) {
  const { text, language } = useReading();
  const words = text.debrief.documents;
  if (findings.length === 0) return <Badge severity="good">{words.noFindings}</Badge>;
  return (
    <ul className="m-0 flex list-none flex-col gap-3 p-0">
      {findings.map((finding, at) => (
        <li key={`${finding.code} ${at}`} className="text-13 2xl:text-14">
          <Badge severity={finding.severity === 'major' ? 'severe' : 'attention'}>
            {words.findingKinds[finding.kind]}, {words.severities[finding.severity]}
          </Badge>
          {finding.quote !== null && (
            <blockquote className="m-0 my-1 border-l-2 border-line-strong pl-2 text-ink-1">
              “{finding.quote}”
            </blockquote>
          )}
          <span className="block text-ink-2">{pickText(language, finding.explanation)}</span>
        </li>
      ))}
    </ul>
  );
}
