'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useShowCommands } from '../command/command-context.ts';
import { ReadingControls } from '../frame/reading-controls.tsx';
import { SignOut } from '../frame/sign-out.tsx';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Kbd } from '../ui/kbd.tsx';

/** The frame of the screens outside a run. */
export function PageFrame({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { text } = useReading();
  const show = useShowCommands();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-11 shrink-0 items-center gap-4 border-b border-line bg-surface-2 px-3">
        <Link href="/exercises" className="inline-flex items-center text-ink-1 no-underline">
          <Brand />
        </Link>
        <ListNav />
        <div className="ml-auto flex items-center gap-1">
          <ReadingControls />
          <Button
            kind="quiet"
            small
            onClick={() => show('palette')}
            aria-label={text.frame.palette}
          >
            <Kbd keys="Ctrl K" />
          </Button>
          <SignOut />
        </div>
      </header>
      <main id="work" className="mx-auto w-full max-w-[1240px] flex-1 px-6 py-8">
        <div className="mb-6 flex items-center gap-4">
          <h1 className="m-0 text-28 font-semibold tracking-tight">{title}</h1>
          <div className="ml-auto">{action}</div>
        </div>
        {children}
      </main>
    </div>
  );
}

/** The two lists there are: exercises, and runs by themselves. */
function ListNav() {
  const { text } = useReading();
  const path = usePathname();
  return (
    <nav aria-label={text.exercises.nav} className="flex h-full items-center gap-1">
      {(
        [
          ['/exercises', text.exercises.title],
          ['/runs', text.runs.title],
        ] as const
      ).map(([href, name]) => {
        const here = path.startsWith(href);
        return (
          <Link
            key={href}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={classNames(
              'relative flex h-full items-center px-3 text-13 no-underline',
              here ? 'text-ink-1' : 'text-ink-2 hover:text-ink-1',
            )}
          >
            {name}
            {here && (
              <span
                aria-hidden="true"
                className="absolute inset-x-3 -bottom-px h-[2px] bg-accent"
              />
            )}
          </Link>
        );
      })}
    </nav>
  );
}
