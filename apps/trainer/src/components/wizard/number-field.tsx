'use client';

import { useState, type ReactNode } from 'react';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Field } from '../ui/field.tsx';

type Props = {
  label: string;
  hint?: ReactNode;
  unit?: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
};

/** A whole number in bounds; what is typed stays as typed until it is one. NaN says that it is not. */
export function NumberField({ label, hint, unit, value, min, max, onChange }: Props) {
  const { text } = useReading();
  const [typed, setTyped] = useState<string | null>(null);
  const fine = Number.isInteger(value) && value >= min && value <= max;
  return (
    <Field
      label={label}
      hint={hint}
      unit={unit}
      inputMode="numeric"
      error={fine ? undefined : text.wizard.range(formatCount(min), formatCount(max))}
      value={typed ?? String(value)}
      onBlur={() => {
        if (fine) setTyped(null);
      }}
      onChange={(event) => {
        const next = event.target.value.trim();
        setTyped(next);
        onChange(/^\d{1,15}$/.test(next) ? Number(next) : Number.NaN);
      }}
    />
  );
}
