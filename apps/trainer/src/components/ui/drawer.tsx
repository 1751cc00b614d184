'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';

type Props = {
  title: ReactNode;
  label: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
};

/** Stands beside the work, never over it; Escape closes it from inside. */
export function Drawer({ title, label, closeLabel, onClose, children }: Props) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const node = ref.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    node?.addEventListener('keydown', onKey);
    return () => node?.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside
      ref={ref}
      aria-label={label}
      className="slide-in flex w-[360px] shrink-0 flex-col overflow-hidden border-l border-line bg-surface-2 max-lg:w-[320px]"
    >
      <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="m-0 min-w-0 truncate text-14 font-medium">{title}</h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} className="ml-auto" />
      </header>
      <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto p-4 outline-offset-[-2px]">
        {children}
      </div>
    </aside>
  );
}
