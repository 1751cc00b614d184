'use client';

import { useId, useState } from 'react';
import type { Measure } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { measureText } from '../debrief/measure-text.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Evidence } from './evidence.tsx';

/** Figures with what they rest on: open one to see its moments. */
export function MeasureList({ measures }: { measures: readonly Measure[] }) {
  return (
    <ul className="m-0 list-none p-0">
      {measures.map((measure) => (
        <MeasureLine key={measure.id} measure={measure} />
      ))}
    </ul>
  );
}

function MeasureLine({ measure }: { measure: Measure }) {
  const { text, language } = useReading();
  const id = useId();
  const [open, setOpen] = useState(false);
  const name = text.debrief.measures[measure.id];
  const told = measure.value !== null;
  return (
    <li className="border-t border-line py-1 first:border-t-0">
      <div className="flex min-h-7 items-center gap-3">
        <span className="min-w-0 flex-1 text-13 text-ink-2">{name}</span>
        <span className={`figures text-right text-14 ${told ? 'text-ink-1' : 'text-ink-3'}`}>
          {measureText(measure, text, language)}
        </span>
        <span className="w-[112px] shrink-0 text-right">
          {measure.evidence.length === 0 ? (
            <span className="text-12 text-ink-3">{text.measure.noEvidence}</span>
          ) : (
            <Button
              kind="quiet"
              small
              aria-expanded={open}
              aria-controls={id}
              aria-label={`${text.measure.show(name)}, ${text.measure.evidence(measure.evidence.length)}`}
              onClick={() => setOpen(!open)}
            >
              {text.measure.evidence(measure.evidence.length)}
              <Icon name={open ? 'down' : 'right'} className="size-3" />
            </Button>
          )}
        </span>
      </div>
      {open && (
        <div id={id} className="my-1 border-l-2 border-line-strong pl-3">
          <Evidence ids={measure.evidence} name={name} />
        </div>
      )}
    </li>
  );
}
