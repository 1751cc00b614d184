'use client';

import Link from 'next/link';
import { useReading } from '@/i18n/provider.tsx';
import { ReadingControls } from '../frame/reading-controls.tsx';
import { Brand } from '../ui/brand.tsx';
import { buttonClass } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Picture } from './picture.tsx';

/** The first screen: what this is, and one way in. */
export function DoorScreen({ name }: { name: string | null }) {
  const { text } = useReading();
  return (
    <div className="relative min-h-dvh overflow-hidden">
      <header className="absolute inset-x-0 top-0 z-20 flex items-center px-10 py-8 max-md:px-6">
        <Brand large />
        <div className="ml-auto flex items-center gap-1">
          <ReadingControls />
        </div>
      </header>
      <main className="min-h-dvh">
        <Picture />
        <div
          aria-hidden="true"
          className="absolute inset-0 bg-linear-to-r from-surface-1 from-25% via-surface-1/85 via-45% to-transparent to-75%"
        />
        <div className="relative flex min-h-dvh max-w-[600px] flex-col justify-center px-10 py-24 max-md:px-6">
          <h1 className="m-0 text-28 font-semibold tracking-tight text-balance">
            {text.door.title}
          </h1>
          <p className="mt-3 mb-8 max-w-[52ch] text-16 text-ink-2">{text.door.lead}</p>
          <DwellBars />
          <div className="mt-8">
            <Link
              href={name ? '/runs' : '/sign-in'}
              className={classNames(buttonClass('primary'), 'h-10! px-6! text-14! no-underline')}
            >
              {name ? text.door.resume : text.door.signIn}
            </Link>
          </div>
          <p className="mt-8 mb-0 text-12 text-ink-3">{text.door.note}</p>
        </div>
      </main>
    </div>
  );
}

/** The whole point in two bars: how long it went on, and how long it should. */
function DwellBars() {
  const { text } = useReading();
  return (
    <dl className="m-0 grid max-w-[440px] grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-13">
      <dt className="text-ink-2">{text.door.unseen}</dt>
      <dd className="m-0 flex items-center gap-3 whitespace-nowrap text-ink-1">
        <span aria-hidden="true" className="h-2 flex-1 rounded-full bg-line-strong" />
        {text.door.unseenDays}
      </dd>
      <dt className="text-ink-2">{text.door.goal}</dt>
      <dd className="m-0 flex items-center gap-3 text-ink-1">
        <span aria-hidden="true" className="h-2 w-[5px] bg-accent" />
        {text.door.goalHours}
      </dd>
    </dl>
  );
}
