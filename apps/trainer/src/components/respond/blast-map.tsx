'use client';

import type { BlastRadius, ShopTotals } from '@dwell/simulator/router';
import { fill } from '@/i18n/fill.ts';
import { formatCompact, formatCount, formatShare } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { type BlastBar, blastParts, isHarmless } from './blast-parts.ts';

/** The shop as a row of places, customers to support desk, with a bar where the response would hit. */
export function BlastMap({ blast, totals }: { blast: BlastRadius; totals: ShopTotals }) {
  const { text, language } = useReading();
  const places = blastParts(blast, totals);
  return (
    <figure className="m-0">
      <figcaption className="mb-2 text-12 text-ink-3">{text.respond.blast}</figcaption>
      <ol className="m-0 grid list-none grid-cols-4 gap-0 p-0 max-xl:grid-cols-2 max-xl:gap-y-3">
        {places.map((place, at) => {
          const hit = place.bars.some((bar) => bar.value > 0);
          return (
            <li key={place.place} className="relative pr-6">
              {at > 0 && (
                <span
                  aria-hidden="true"
                  className="absolute top-4 -left-5 h-px w-4 bg-line-strong max-xl:hidden"
                />
              )}
              <div
                className={`h-full rounded-md border p-3 ${hit ? 'border-line-strong' : 'border-line'}`}
              >
                <div className={`mb-2 text-13 ${hit ? 'text-ink-1' : 'text-ink-3'}`}>
                  {text.respond.places[place.place]}
                </div>
                <div className="flex flex-col gap-2">
                  {place.bars.map((bar) => (
                    <Bar key={bar.id} bar={bar} />
                  ))}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
      {isHarmless(blast) && <p className="m-0 mt-3 text-13 text-ink-2">{text.respond.blastNone}</p>}
      {blast.notes.length > 0 && (
        <ul className="m-0 mt-3 flex list-none flex-col gap-1 p-0 text-13 text-ink-2">
          {blast.notes.map((note) => (
            <li key={note.code} className="max-w-[72ch]">
              {text.world.notes[note.code]
                ? fill(language, text.world.notes[note.code]!, note.values)
                : note.code}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

function Bar({ bar }: { bar: BlastBar }) {
  const { text, language } = useReading();
  const name = text.respond.bars[bar.id];
  const short = text.respond.barShort[bar.id];
  const percent = Math.min(100, bar.value === 0 ? 0 : Math.max(1.5, bar.share * 100));
  const shown = bar.unit === 'percent' ? `+${bar.value} %` : formatCompact(language, bar.value);
  return (
    <div title={`${name}: ${formatCount(bar.value)}`}>
      <div className="flex items-baseline justify-between gap-2 text-12">
        <span className="truncate text-ink-3">{short}</span>
        <span className={bar.value > 0 ? 'text-ink-1' : 'text-ink-3'}>
          {bar.value === 0 ? '0' : shown}
        </span>
      </div>
      <div aria-hidden="true" className="mt-1 h-1 rounded-full bg-surface-3">
        <div
          className={`h-full rounded-full ${bar.share > 0.25 ? 'bg-severe' : 'bg-attention'}`}
          style={{ width: `${percent}%` }}
        />
      </div>
      {bar.value > 0 && bar.unit !== 'percent' && (
        <div className="mt-1 text-12 text-ink-3">
          {text.respond.ofWhole[bar.id](formatShare(bar.share))}
        </div>
      )}
    </div>
  );
}
