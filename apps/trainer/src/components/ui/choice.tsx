'use client';

import { useId, useState } from 'react';
import { classNames } from './class-names.ts';

type Option<T extends string> = { id: T; text: string; hint?: string };
type Props<T extends string> = {
  label: string;
  hideLabel?: boolean;
  options: readonly Option<T>[];
  at: T;
  onPick: (id: T) => void;
};

/** One of a few, side by side; native radios underneath. */
export function Choice<T extends string>({ label, hideLabel, options, at, onPick }: Props<T>) {
  const name = useId();
  // Shown at once, even when the choice travels through the address before it comes back.
  const [held, setHeld] = useState({ of: at, at });
  if (held.of !== at) setHeld({ of: at, at });
  const picked = held.at;
  const pick = (id: T) => {
    setHeld({ of: at, at: id });
    onPick(id);
  };
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className={hideLabel ? 'sr-only' : 'mb-1 p-0 text-12 text-ink-2'}>{label}</legend>
      <div className="inline-flex rounded-md border border-line-strong">
        {options.map((option) => (
          <label
            key={option.id}
            title={option.hint}
            className={classNames(
              'relative flex h-7 cursor-pointer items-center px-3 text-13 whitespace-nowrap first:rounded-l-md last:rounded-r-md',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent',
              option.id === picked ? 'bg-accent-soft text-ink-1' : 'text-ink-2 hover:text-ink-1',
            )}
          >
            <input
              type="radio"
              className="absolute inset-0 cursor-pointer opacity-0"
              name={name}
              checked={option.id === picked}
              onChange={() => pick(option.id)}
            />
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
