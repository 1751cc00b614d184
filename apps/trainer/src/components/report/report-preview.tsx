'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Report } from '@dwell/scoring/report';
import { useMemo } from 'react';
import type { Language } from '@/i18n/language.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { useDebounced } from '@/live/use-debounced.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ReportBlocks } from './report-blocks.tsx';
import { fetchFile } from './use-file.ts';
import { useReportHeads } from './use-report-heads.ts';

const SETTLED_MS = 1200;

/** The report as a page, from the same tree that every document is made from; printed, it is all there is. */
export function ReportPreview({ language }: { language: Language }) {
  const { text } = useReading();
  const { exerciseId, view } = useDebrief();
  const team = view.team.id;
  // What it says hangs on what people write: it is asked for anew once they have stopped for a moment.
  const written = useMemo(
    () => JSON.stringify([view.wash, view.improvements, view.debrief?.score, view.pseudonymous]),
    [view],
  );
  const settled = useDebounced(written, SETTLED_MS);
  const report = useQuery({
    queryKey: ['report', exerciseId, team, language, settled],
    enabled: view.debrief !== null,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) =>
      (await (await fetchFile('json', { exerciseId, team, language }, signal)).json()) as Report,
  });
  useReportHeads(view.name, view.team.name);
  if (view.debrief === null) return null;
  return (
    <section
      aria-label={text.report.preview}
      className="pack bg-surface-3 px-4 py-8 text-ink-1 print:bg-transparent print:p-0"
      data-theme="light"
      lang={language}
    >
      {report.isError && (
        <div className="no-print mx-auto max-w-[210mm]">
          <p className="m-0 text-13">{text.report.previewFailed}</p>
          <ErrorState error={report.error} onRetry={() => void report.refetch()} />
        </div>
      )}
      {report.isPending && (
        <p role="status" className="no-print m-0 text-center text-13 text-ink-2">
          {text.report.previewWaits}
        </p>
      )}
      {report.data && (
        <article className="sheet report">
          <ReportBlocks report={report.data} />
        </article>
      )}
    </section>
  );
}
