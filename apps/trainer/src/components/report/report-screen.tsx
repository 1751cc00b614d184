'use client';

import { useSearchParams } from 'next/navigation';
import type { Language } from '@/i18n/language.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { ImprovementPlan } from '../wash/improvement-plan.tsx';
import { useDeskWash } from '../wash/use-desk-wash.ts';
import { WashProvider } from '../wash/wash-book.tsx';
import { WashColumns } from '../wash/wash-columns.tsx';
import { DebriefGate } from './debrief-gate.tsx';
import { DebriefHead } from './debrief-head.tsx';
import { DebriefWorkNote } from './debrief-work-note.tsx';
import { ExportPanel } from './export-panel.tsx';
import { NamesPanel } from './names-panel.tsx';
import { ReportPreview } from './report-preview.tsx';

/** What came of an exercise, ready to be sent: hot wash, plan, documents, and the report as it will be printed. */
export function ReportScreen({ exerciseId }: { exerciseId: string }) {
  return (
    <DebriefGate exerciseId={exerciseId}>
      <ReportPage />
    </DebriefGate>
  );
}

function ReportPage() {
  const { text, language: own } = useReading();
  const { view } = useDebrief();
  const wash = useDeskWash();
  const asked = useSearchParams().get('lang');
  const language: Language = asked === 'ko' || asked === 'en' ? asked : own;
  return (
    <div className="flex min-h-dvh flex-col">
      <DebriefHead here="report" />
      <main id="work" className="flex w-full flex-col">
        <div className="no-print mx-auto flex w-full max-w-[1400px] flex-col gap-5 px-6 py-6">
          <h2 className="m-0 text-28 font-semibold tracking-tight">{text.report.title}</h2>
          <DebriefWorkNote />
          <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-5 max-xl:grid-cols-1">
            <div className="flex min-w-0 flex-col gap-5">
              <WashProvider value={wash}>
                <WashColumns />
                <ImprovementPlan />
              </WashProvider>
            </div>
            <div className="flex min-w-0 flex-col gap-5">
              <ExportPanel language={language} />
              {view.leads && <NamesPanel />}
            </div>
          </div>
        </div>
        <ReportPreview language={language} />
      </main>
    </div>
  );
}
