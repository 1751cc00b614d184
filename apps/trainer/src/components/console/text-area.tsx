'use client';

import { useId, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { CONTROL } from '../ui/field.tsx';

type Props = {
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  rows?: number;
  value: string;
  maxLength?: number;
  placeholder?: string;
  onChange: (value: string) => void;
  /** Ctrl Enter in the field. */
  onSubmit?: () => void;
  ref?: Ref<HTMLTextAreaElement>;
};

/** A labelled text of several lines; Ctrl Enter hands it over where there is something to hand over. */
export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  rows = 4,
  value,
  maxLength = 4000,
  placeholder,
  onChange,
  onSubmit,
  ref,
}: Props) {
  const id = useId();
  const note = error ?? hint;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !onSubmit) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-12 text-ink-2'}>
        {label}
      </label>
      <textarea
        ref={ref}
        id={id}
        rows={rows}
        maxLength={maxLength}
        value={value}
        placeholder={placeholder}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className={`${CONTROL} h-auto! resize-y py-2`}
      />
      {note && (
        <span id={`${id}-note`} className={`text-12 ${error ? 'text-critical' : 'text-ink-3'}`}>
          {note}
        </span>
      )}
    </div>
  );
}
