'use client';

import { useId } from 'react';
import { useReading } from '@/i18n/provider.tsx';

type Props = {
  label: string;
  /** Digits, or nothing while it has not been said. */
  value: string;
  onChange: (value: string) => void;
  /** Counts while nothing has been said; without it nothing does. */
  usual?: string;
};

/** From 0 to 100 how sure somebody is; the number stands beside the slider. */
export function Confidence({ label, value, onChange, usual }: Props) {
  const { text } = useReading();
  const id = useId();
  const shown = value || usual;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-12 text-ink-2">
        {label}
      </label>
      <div className="flex items-center gap-3">
        <input
          id={id}
          type="range"
          min={usual ? 1 : 0}
          max={100}
          step={usual ? 1 : 5}
          value={shown ?? '50'}
          aria-valuetext={shown ? `${shown} %` : text.console.notSaid}
          onChange={(event) => onChange(event.target.value)}
          onPointerUp={(event) => onChange(event.currentTarget.value)}
          className={`w-56 ${shown ? '' : 'opacity-50'}`}
        />
        <output htmlFor={id} className="figures min-w-16 text-13 text-ink-1">
          {shown ? `${shown} %` : <span className="text-ink-3">{text.console.notSaid}</span>}
        </output>
      </div>
    </div>
  );
}
