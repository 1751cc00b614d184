'use client';

import type { FormField } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { TextArea } from '../console/text-area.tsx';
import { Field } from '../ui/field.tsx';

type Props = {
  field: FormField;
  value: string;
  missing: boolean;
  onChange: (value: string) => void;
};

/** One field of a form, by its kind. Several choices are kept as their ids with commas. */
export function FormFieldInput({ field, value, missing, onChange }: Props) {
  const { text, language } = useReading();
  const name = pickText(language, field.label);
  const label = field.required ? name : `${name} (${text.documents.optional})`;
  const hint = field.help && pickText(language, field.help);
  const error = missing ? text.respond.required : undefined;
  if (field.kind === 'choices')
    return <Choices {...{ field, value, label, hint, error, onChange }} />;
  if (field.kind === 'text')
    return <TextArea rows={4} {...{ label, hint, error, value, onChange }} />;
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      maxLength={400}
      type={field.kind === 'time' ? 'datetime-local' : undefined}
      inputMode={field.kind === 'number' ? 'numeric' : undefined}
      className={field.kind === 'time' || field.kind === 'number' ? 'w-64' : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Choices({
  field,
  value,
  label,
  hint,
  error,
  onChange,
}: Omit<Props, 'missing'> & { label: string; hint?: string; error?: string }) {
  const { language } = useReading();
  const picked = value.split(',').filter(Boolean);
  const note = error ?? hint;
  return (
    <fieldset className="m-0 border-0 p-0" aria-invalid={error ? true : undefined}>
      <legend className="mb-1 p-0 text-12 text-ink-2">{label}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(200px,1fr))] gap-x-4 gap-y-1">
        {(field.choices ?? []).map((choice) => (
          <label key={choice.id} className="flex items-center gap-2 py-1 text-13">
            <input
              type="checkbox"
              checked={picked.includes(choice.id)}
              onChange={(event) =>
                onChange(
                  (field.choices ?? [])
                    .map(({ id }) => id)
                    .filter((id) => (id === choice.id ? event.target.checked : picked.includes(id)))
                    .join(','),
                )
              }
            />
            {pickText(language, choice.label)}
          </label>
        ))}
      </div>
      {note && <p className={`m-0 text-12 ${error ? 'text-critical' : 'text-ink-3'}`}>{note}</p>}
    </fieldset>
  );
}
