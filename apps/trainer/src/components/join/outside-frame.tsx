'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { ReadingControls } from '../frame/reading-controls.tsx';
import { Brand } from '../ui/brand.tsx';

/** The frame of screens for people who have no session yet, or only a seat. */
export function OutsideFrame({
  children,
  wide,
  aside,
  end,
}: {
  children: ReactNode;
  wide?: boolean;
  aside?: ReactNode;
  /** At the far end, after language and colours. */
  end?: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center gap-4 px-8 py-6 max-md:px-4">
        <Link href="/" className="text-ink-1 no-underline">
          <Brand large />
        </Link>
        {aside}
        <div className="ml-auto flex items-center gap-1">
          <ReadingControls />
          {end}
        </div>
      </header>
      <main
        className={`mx-auto w-full px-4 pb-24 ${wide ? 'max-w-[1080px] pt-6' : 'max-w-[480px] pt-[10dvh]'}`}
      >
        {children}
      </main>
    </div>
  );
}
