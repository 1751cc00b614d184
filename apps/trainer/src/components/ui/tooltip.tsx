'use client';

import { useId, useState, type ReactNode } from 'react';

/** A short note shown on hover and on focus; Escape puts it away. */
export function Tooltip({ note, children }: { note: ReactNode; children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <span
      className="relative inline-flex"
      aria-describedby={open ? id : undefined}
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.preventDefault();
          setOpen(false);
        }
      }}
    >
      {children}
      {open && (
        <span
          id={id}
          role="tooltip"
          className="absolute top-full left-1/2 z-40 mt-1 w-max max-w-[280px] -translate-x-1/2 rounded-md border border-line-strong bg-surface-3 px-2 py-1 text-12 text-ink-1 shadow-raised"
        >
          {note}
        </span>
      )}
    </span>
  );
}
