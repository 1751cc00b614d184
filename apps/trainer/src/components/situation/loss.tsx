'use client';

import type { Situation } from '@dwell/simulator/router';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { MEMBERS, samplingInterval } from './sampling-interval.ts';

/** The number everything is about. Instructors see the truth; a team sees that it does not know yet. */
export function Loss({ situation, lost }: { situation: Situation; lost: number | null }) {
  const { text, language } = useReading();
  const scale = situation.run.scale;
  if (lost === null) {
    return (
      <div className="max-w-[56ch]">
        <div className="text-12 text-ink-3">{text.situation.lost}</div>
        <div className="text-28 font-semibold text-ink-2">{text.situation.lostUnknown}</div>
        <p className="m-0 mt-1 text-13 text-ink-2">{text.situation.lostUnknownNote}</p>
      </div>
    );
  }
  const { low, high } = samplingInterval(lost, scale, MEMBERS);
  return (
    <div title={formatCount(lost)}>
      <div className="text-12 text-ink-3">{text.situation.lost}</div>
      <div className="text-28 font-semibold whitespace-nowrap">
        {scale === 1 ? formatCount(lost) : `≈ ${formatCompact(language, lost)}`}
        {scale > 1 && (
          <span className="ml-3 text-13 font-normal text-ink-3">{text.common.scale(scale)}</span>
        )}
      </div>
      <div className="mt-1 text-12 text-ink-3">
        {high > low && (
          <span className="mr-3 text-ink-2">
            95 %: {formatCompact(language, low)} – {formatCompact(language, high)}
          </span>
        )}
        {text.situation.lostTruth}
      </div>
    </div>
  );
}
