'use client';

import { useState } from 'react';
import type { Score } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { Choice } from '../ui/choice.tsx';
import { Panel } from '../ui/panel.tsx';
import { formatPoints } from './format-points.ts';
import { ScoreSheetView } from './score-sheet-view.tsx';
import { TemplatePick } from './template-pick.tsx';

/** The score in one number and how it came about; either the team's or the official one. */
export function ScorePanel({ score }: { score: Score }) {
  const { text } = useReading();
  const [which, setWhich] = useState<'official' | 'team'>('official');
  const words = text.sheet;
  const sheet = score[which];
  const { final } = score.official;
  return (
    <Panel title={words.title}>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <p className="figures m-0 text-[44px] leading-[48px] font-semibold tracking-tight">
          {sheet.points === null ? '–' : formatPoints(sheet.points)}
          <span className="ml-1 text-14 font-normal text-ink-3">/ 100</span>
        </p>
        <Choice
          label={words.which}
          hideLabel
          at={which}
          options={[
            { id: 'official', text: words.official },
            { id: 'team', text: words.team },
          ]}
          onPick={setWhich}
        />
      </div>
      <p className="mt-1 mb-3 flex flex-wrap gap-x-3 text-12 text-ink-3">
        {which === 'official' ? words.officialNote : words.teamNote}
        {which === 'official' && (
          <Badge severity={final ? 'good' : 'attention'}>
            {final ? words.final : words.notFinal}
          </Badge>
        )}
      </p>
      <ScoreSheetView sheet={sheet} />
      <TemplatePick />
    </Panel>
  );
}
