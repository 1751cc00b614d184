'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Tab<T extends string> = { id: T; text: ReactNode };
type Props<T extends string> = {
  label: string;
  tabs: readonly Tab<T>[];
  at: T;
  onPick: (id: T) => void;
  panelId?: string;
};

/** A row of tabs; arrow keys, Home and End move between them. */
export function Tabs<T extends string>({ label, tabs, at, onPick, panelId }: Props<T>) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const here = tabs.findIndex((tab) => tab.id === at);
    const next =
      event.key === 'ArrowRight'
        ? here + 1
        : event.key === 'ArrowLeft'
          ? here - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : null;
    if (next === null) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length]!;
    onPick(tab.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className="flex gap-1" onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          data-tab={tab.id}
          aria-selected={tab.id === at}
          aria-controls={panelId}
          tabIndex={tab.id === at ? 0 : -1}
          onClick={() => onPick(tab.id)}
          className={classNames(
            'h-7 rounded-md px-2 text-13 whitespace-nowrap',
            tab.id === at ? 'bg-surface-3 text-ink-1' : 'text-ink-2 hover:text-ink-1',
          )}
        >
          {tab.text}
        </button>
      ))}
    </div>
  );
}
