'use client';

import type { ReactNode } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Things one keeps in this browser, under a heading. */
export function KeptList({ label, children }: { label: string; children: ReactNode }) {
  const { text } = useReading();
  return (
    <section aria-label={label} className="pb-3">
      <h3 className="m-0 px-2 pb-1 text-12 font-normal text-ink-3">
        {label} · {text.hunt.keptHere}
      </h3>
      <ul className="m-0 list-none p-0">{children}</ul>
    </section>
  );
}

type Kept = {
  children: ReactNode;
  title?: string | undefined;
  /** Whether it is what is being looked at. */
  here?: boolean;
  onOpen: () => void;
  removeLabel: string;
  onRemove: () => void;
};

/** One of them: a click opens it, the cross forgets it. */
export function KeptItem({ children, title, here = false, onOpen, removeLabel, onRemove }: Kept) {
  return (
    <li
      className={classNames(
        'group flex items-start rounded-md hover:bg-surface-3',
        here && 'bg-surface-3',
      )}
    >
      <button
        type="button"
        aria-current={here ? 'true' : undefined}
        title={title}
        onClick={onOpen}
        className="flex min-w-0 flex-1 flex-col px-2 py-1 text-left"
      >
        {children}
      </button>
      <IconButton
        icon="close"
        label={removeLabel}
        onClick={onRemove}
        className="size-6! opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
      />
    </li>
  );
}
