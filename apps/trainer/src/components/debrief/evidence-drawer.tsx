'use client';

import type { Measure, Moment } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
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
  const { debrief } = useBoard();
  const nameOf = (of: string) => {
    const clock = debrief.history.clocks.find((each) => each.rule === of);
    if (clock) return clock.title[language] || clock.title.en;
    return text.world.clocks[of] ?? text.world.choices[of] ?? of;
  };
  return (
    <dl className="m-0 flex flex-col gap-1 border-y border-line py-2 text-13">
      {measure.parts!.map((part) => (
        <div key={part.of} className="flex items-baseline gap-3">
          <dt className="min-w-0 text-ink-2">{nameOf(part.of)}</dt>
          <dd className="figures m-0 ml-auto whitespace-nowrap">
            {measureText({ unit: measure.unit, value: part.value, why: null }, text, language)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
