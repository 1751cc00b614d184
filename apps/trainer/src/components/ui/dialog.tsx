'use client';

import { useEffect, useRef, type ReactNode } from 'react';

type Props = {
  label: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
  /** The whole screen, for a projector. */
  full?: boolean;
};

/** The browser's own modal dialog: focus stays inside, Escape and a click beside it close it. */
export function Dialog({ label, onClose, children, wide, full }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const node = ref.current;
    if (node && !node.open) node.showModal();
    return () => node?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
      className={`rounded-md border border-line-strong bg-surface-2 p-0 text-ink-1 shadow-raised max-w-[calc(100vw-32px)] ${full ? 'h-[calc(100dvh-32px)] max-h-none w-[calc(100vw-32px)]' : `max-h-[80dvh] ${wide ? 'w-[640px]' : 'w-[480px]'}`}`}
    >
      {children}
    </dialog>
  );
}
