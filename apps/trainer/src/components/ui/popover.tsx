'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';

type Props = {
  /** Draws the opener; spread the given attributes on its button. */
  opener: (attributes: {
    'aria-expanded': boolean;
    'aria-haspopup': 'dialog';
    onClick: () => void;
  }) => ReactNode;
  label: string;
  align?: 'left' | 'right';
  children: (close: () => void) => ReactNode;
};

/** A small sheet that hangs from its button; a click elsewhere or Escape closes it. */
export function Popover({ opener, label, align = 'left', children }: Props) {
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const onDown = (event: PointerEvent) => {
      if (!ref.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onDown);
    ref.current
      ?.querySelector<HTMLElement>(
        '[role="dialog"] button, [role="dialog"] input, [role="dialog"] select',
      )
      ?.focus();
    return () => document.removeEventListener('pointerdown', onDown);
  }, [open]);
  const close = () => setOpen(false);
  return (
    <div
      ref={ref}
      className="relative inline-flex"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        close();
        ref.current?.querySelector<HTMLElement>('button')?.focus();
      }}
    >
      {opener({ 'aria-expanded': open, 'aria-haspopup': 'dialog', onClick: () => setOpen(!open) })}
      {open && (
        <div
          role="dialog"
          aria-label={label}
          className={`absolute top-full z-40 mt-1 w-max min-w-[200px] rounded-md border border-line-strong bg-surface-2 p-2 shadow-raised ${align === 'right' ? 'right-0' : 'left-0'}`}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
