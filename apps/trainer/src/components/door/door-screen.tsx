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
      <Picture />
      <div className="relative flex min-h-dvh flex-col">
        <header className="flex items-center px-8 py-6">
          <Brand large />
          <div className="ml-auto flex items-center gap-1">
            <ReadingControls />
          </div>
        </header>
        <main className="flex flex-1 items-center px-8 pb-24">
          <div className="max-w-[560px] rounded-md border border-line bg-surface-1/90 p-8">
            <h1 className="m-0 text-28 font-semibold tracking-tight text-balance">{text.door.title}</h1>
            <p className="mt-3 mb-6 text-16 text-ink-2">{text.door.lead}</p>
            <Link href={name ? '/runs' : '/sign-in'} className={classNames(buttonClass('primary'), 'h-10! px-6! text-14! no-underline')}>
              {name ? text.door.resume : text.door.signIn}
            </Link>
            <p className="mt-6 mb-0 text-12 text-ink-3">{text.door.note}</p>
          </div>
        </main>
      </div>
    </div>
  );
}
