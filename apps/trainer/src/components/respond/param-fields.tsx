'use client';

import type { ParamSpec } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';

type Props = {
  specs: readonly ParamSpec[];
  values: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
};

/** A field a parameter, by its kind. */
export function ParamFields({ specs, values, onChange }: Props) {
  const { text } = useReading();
  const named = (code: string) => text.world.choices[code] ?? code;
  return specs.map((spec) => {
    const label = text.world.params[spec.name] ?? spec.name;
    const value = values[spec.name] ?? '';
    if (spec.kind === 'choice' && (spec.choices?.length ?? 0) <= 3) {
      return (
        <Choice
          key={spec.name}
          label={label}
          options={(spec.choices ?? []).map((id) => ({ id, text: named(id) }))}
          at={value}
          onPick={(id) => onChange(spec.name, id)}
        />
      );
    }
    if (spec.kind === 'choice') {
      return (
        <Select
          key={spec.name}
          label={label}
          value={value}
          options={(spec.choices ?? []).map((id) => ({ value: id, text: named(id) }))}
          onPick={(id) => onChange(spec.name, id)}
          className="w-56"
        />
      );
    }
    const isNumber = spec.kind === 'integer' || spec.kind === 'account';
    return (
      <Field
        key={spec.name}
        label={label}
        className="w-56"
        inputMode={isNumber ? 'numeric' : undefined}
        placeholder={spec.kind === 'address' ? '203.0.113.0/24' : undefined}
        value={value}
        onChange={(event) => onChange(spec.name, event.target.value)}
        hint={
          spec.max === undefined
            ? undefined
            : text.respond.number(formatCount(spec.min ?? 0), formatCount(spec.max))
        }
      />
    );
  });
}
