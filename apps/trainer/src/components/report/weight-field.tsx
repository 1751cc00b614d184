'use client';

import { useState } from 'react';
import { Field } from '../ui/field.tsx';
import { weightOf } from './weigh.ts';

type Props = {
  label: string;
  value: number;
  unit?: string;
  onChange: (value: number) => void;
};

/** A number that counts as soon as it is one; until then the field says that it is not. */
export function WeightField({ label, value, unit, onChange }: Props) {
  const [typed, setTyped] = useState(String(value));
  return (
    <Field
      label={label}
      inputMode="decimal"
      value={typed}
      unit={unit}
      aria-invalid={weightOf(typed) === null ? true : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = weightOf(event.target.value);
        if (next !== null) onChange(next);
      }}
    />
  );
}
