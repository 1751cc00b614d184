'use client';

import type { ReactNode } from 'react';

type Option<T extends string> = { id: T; text: string; note?: ReactNode };
type Props<T extends string> = {
  label: string;
  hint?: string;
  aside?: ReactNode;
  error?: string;
  options: readonly Option<T>[];
  picked: readonly T[];
  onChange: (picked: readonly T[]) => void;
  columns?: 1 | 2;
};

/** Any of a few; what is picked keeps the order of the list. */
export function CheckList<T extends string>(props: Props<T>) {
  const { label, hint, aside, error, options, picked, onChange, columns = 1 } = props;
  const toggle = (id: T) =>
    onChange(
      options
        .map((option) => option.id)
        .filter((each) => (each === id ? !picked.includes(id) : picked.includes(each))),
    );
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="mb-1 flex w-full items-center gap-2 p-0 text-12 text-ink-2">
        {label}
      </legend>
      <div className={columns === 2 ? 'grid grid-cols-2 gap-x-4 max-sm:grid-cols-1' : undefined}>
        {options.map((option) => (
          <label key={option.id} className="flex min-h-7 cursor-pointer items-start gap-2 py-1">
            <input
              type="checkbox"
              className="mt-[3px] accent-accent"
              checked={picked.includes(option.id)}
              onChange={() => toggle(option.id)}
            />
            <span className="min-w-0 text-13">
              {option.text}
              {option.note && <span className="block text-12 text-ink-3">{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
      {aside && <div className="mt-2 flex gap-2">{aside}</div>}
      {(error ?? hint) && (
        <p className={`mt-1 mb-0 text-12 ${error ? 'text-critical' : 'text-ink-3'}`}>
          {error ?? hint}
        </p>
      )}
    </fieldset>
  );
}
