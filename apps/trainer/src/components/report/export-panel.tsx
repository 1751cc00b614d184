'use client';

import type { ReportFormat } from '@dwell/simulator/router';
import type { Language } from '@/i18n/language.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Panel } from '../ui/panel.tsx';
import { FileList } from './file-list.tsx';
import { SendPanel } from './send-panel.tsx';

const FORMATS: readonly ReportFormat[] = [
  'docx',
  'md',
  'json',
  'csv',
  'xapi',
  'bundle',
  'regression',
  'certificate',
];

/** Everything that can be taken away from an exercise, in the language people choose. */
export function ExportPanel({ language }: { language: Language }) {
  const { text } = useReading();
  const { exerciseId, view } = useDebrief();
  const words = text.report;
  return (
    <Panel title={words.documents}>
      <Choice
        label={words.language}
        at={language}
        options={[
          { id: 'en', text: 'English' },
          { id: 'ko', text: '한국어' },
        ]}
        onPick={(lang) => setSearchParams({ lang })}
      />
      <FileList
        formats={FORMATS}
        ask={{ exerciseId, team: view.team.id, language }}
        disabled={view.debrief === null}
      />
      <div className="mt-3 border-t border-line pt-3">
        <Button disabled={view.debrief === null} onClick={() => window.print()}>
          {words.print}
        </Button>
        <p className="mt-1 mb-0 text-12 text-ink-3">{words.printHint}</p>
      </div>
      {view.leads && <SendPanel />}
    </Panel>
  );
}
