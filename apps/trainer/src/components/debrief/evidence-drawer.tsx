'use client';

import type { Measure, Moment } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useNames } from '../report/use-names.ts';
import { useBoard } from './board.tsx';
import { measureText } from './measure-text.ts';
import { MomentList } from './moment-list.tsx';

/** A figure, what it is made of, and the moments it rests on. */
export function EvidenceDrawer({ measure }: { measure: Measure }) {
  const { text, language } = useReading();
  const { momentOf } = useBoard();
  const moments = measure.evidence
    .map((id) => momentOf.get(id))
    .filter((moment): moment is Moment => moment !== undefined)
    .toSorted((a, b) => a.at - b.at);
  return (
    <div className="flex flex-col gap-4">
      <p className="figures m-0 text-28 leading-9 font-semibold">
        {measureText(measure, text, language)}
      </p>
      {measure.parts && measure.parts.length > 0 && <Parts measure={measure} />}
      {moments.length > 0 ? (
        <MomentList moments={moments} />
      ) : (
        <p className="m-0 text-14 text-ink-2">{text.debrief.evidenceNone}</p>
      )}
    </div>
  );
}

function Parts({ measure }: { measure: Measure }) {
  const { text, language } = useReading();
  const nameOf = usePartName();
  return (
    <dl className="m-0 flex flex-col gap-1 border-y border-line py-2 text-13">
      {measure.parts!.map((part, at) => (
        <div key={`${part.of} ${at}`} className="flex items-baseline gap-3">
          <dt className="min-w-0 text-ink-2">{nameOf(part.of)}</dt>
          <dd className="figures m-0 ml-auto whitespace-nowrap">
            {measureText({ unit: measure.unit, value: part.value, why: null }, text, language)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a figure is made of goes by ids of clocks, documents, injects, moments or people. */
function usePartName(): (of: string) => string {
  const { text, language } = useReading();
  const { debrief, momentOf } = useBoard();
  const personOf = useNames();
  const { clocks, documents, injects } = debrief.history;
  return (of) => {
    const titled =
      clocks.find((each) => each.rule === of)?.title ??
      documents.find((each) => each.form === of)?.title ??
      injects.find((each) => each.id === of)?.subject ??
      momentOf.get(of)?.text;
    if (titled) return pickText(language, titled);
    return text.debrief.parts[of] ?? text.world.choices[of] ?? personOf(of);
  };
}
