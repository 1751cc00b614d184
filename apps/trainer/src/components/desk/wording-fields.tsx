'use client';

import type { Text } from '@dwell/simulator/router';
import { useId } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { CONTROL, Field } from '../ui/field.tsx';

export type Wording = { from: string; subject: Text; body: Text };

/** Sender, subject and text in both languages; what is left empty in one is taken from the other. */
export function WordingFields({
  value,
  onChange,
}: {
  value: Wording;
  onChange: (value: Wording) => void;
}) {
  const { text } = useReading();
  const id = useId();
  const words = text.injects;
  const languages = [
    ['en', words.english],
    ['ko', words.korean],
  ] as const;
  return (
    <div className="flex flex-col gap-3">
      <Field
        label={words.from}
        value={value.from}
        maxLength={120}
        onChange={(event) => onChange({ ...value, from: event.target.value })}
      />
      {languages.map(([language, name]) => (
        <fieldset key={language} className="m-0 flex flex-col gap-2 border-0 p-0">
          <legend className="mb-1 p-0 text-12 font-medium text-ink-2">{name}</legend>
          <Field
            label={words.subject}
            lang={language}
            value={value.subject[language]}
            maxLength={200}
            onChange={(event) =>
              onChange({ ...value, subject: { ...value.subject, [language]: event.target.value } })
            }
          />
          <label htmlFor={`${id}-${language}`} className="text-12 text-ink-2">
            {words.body}
          </label>
          <textarea
            id={`${id}-${language}`}
            lang={language}
            rows={5}
            maxLength={4000}
            value={value.body[language]}
            onChange={(event) =>
              onChange({ ...value, body: { ...value.body, [language]: event.target.value } })
            }
            className={`${CONTROL} h-auto! py-1`}
          />
        </fieldset>
      ))}
    </div>
  );
}

const both = ({ en, ko }: Text): Text => ({
  en: en.trim() || ko.trim(),
  ko: ko.trim() || en.trim(),
});

/** A wording as it is sent: each language has words. Null while there is nothing to read. */
export function wholeWording(value: Wording): Wording | null {
  const subject = both(value.subject);
  const body = both(value.body);
  if (!subject.en || !body.en) return null;
  return { from: value.from.trim(), subject, body };
}
