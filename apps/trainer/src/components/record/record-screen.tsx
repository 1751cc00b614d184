'use client';

import { useSearchParams } from 'next/navigation';
import type { RecordCard } from '@dwell/simulator/router';
import { useSection } from '@/exercise/exercise-provider.tsx';
import { entriesOf } from '@/exercise/types.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { Choice } from '../ui/choice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ActionsPart } from './actions-part.tsx';
import { EstimatesPart } from './estimates-part.tsx';
import { EvidencePart } from './evidence-part.tsx';
import { HypothesesPart } from './hypotheses-part.tsx';
import { TimelinePart } from './timeline-part.tsx';

const PARTS = ['timeline', 'evidence', 'hypotheses', 'estimates', 'actions'] as const;
const KIND = {
  evidence: 'evidence',
  hypotheses: 'hypothesis',
  estimates: 'estimate',
  actions: 'action',
} as const;
const NONE: readonly RecordCard[] = [];

/** What the team knows and did, written by itself: one record for all, in parts. */
export function RecordScreen() {
  const { text } = useReading();
  const section = useSection('record');
  const record = section ?? NONE;
  const address = useSearchParams();
  const part = PARTS.find((each) => each === address.get('show')) ?? 'timeline';
  const count = (each: (typeof PARTS)[number]) =>
    each === 'timeline' ? '' : ` ${formatCount(entriesOf(record, KIND[each]).length)}`;
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="flex flex-wrap items-center gap-4">
        <h2 className="m-0 text-20 font-semibold">{text.record.title}</h2>
        <Choice
          hideLabel
          label={text.record.part}
          at={part}
          onPick={(id) => setSearchParams({ show: id === 'timeline' ? null : id })}
          options={PARTS.map((id) => ({ id, text: `${text.record.parts[id]}${count(id)}` }))}
        />
      </div>
      {section === null && <Skeleton className="h-48" />}
      {part === 'timeline' && <TimelinePart record={record} />}
      {part === 'evidence' && <EvidencePart record={record} />}
      {part === 'hypotheses' && <HypothesesPart record={record} />}
      {part === 'estimates' && <EstimatesPart record={record} />}
      {part === 'actions' && <ActionsPart record={record} />}
    </div>
  );
}
