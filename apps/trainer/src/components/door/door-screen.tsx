'use client';

import Link from 'next/link';
import { useReading } from '@/i18n/provider.tsx';
import { ReadingControls } from '../frame/reading-controls.tsx';
import { CodeForm } from '../join/code-form.tsx';
import { Brand } from '../ui/brand.tsx';
import { buttonClass } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Picture } from './picture.tsx';
import { TryAlone } from './try-alone.tsx';

type Props = { name: string | null; instructor: boolean };

/** The first screen: what this is, and three ways in. */
export function DoorScreen({ name, instructor }: Props) {
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
          className="absolute inset-0 bg-linear-to-r from-surface-1 from-30% via-surface-1/85 via-50% to-transparent to-80% max-md:to-surface-1/80"
        />
        <div className="relative flex min-h-dvh max-w-[640px] flex-col justify-center px-10 py-24 max-md:px-6">
          <h1 className="m-0 text-28 font-semibold tracking-tight text-balance">
            {text.door.title}
          </h1>
          <p className="mt-3 mb-8 max-w-[56ch] text-16 text-ink-2">{text.door.lead}</p>
          <DwellBars />
          <CodeForm focus={name === null} />
          <div
            role="group"
            aria-label={text.ways.label}
            className="mt-8 grid grid-cols-[1fr_1.2fr] gap-8 border-t border-line pt-6 max-md:grid-cols-1"
          >
            <Instructors name={name} instructor={instructor} />
            <TryAlone instructor={instructor} />
          </div>
          <p className="mt-8 mb-0 text-12 text-ink-3">{text.door.note}</p>
        </div>
      </main>
    </div>
  );
}

function Instructors({ name, instructor }: Props) {
  const { text } = useReading();
  return (
    <section className="flex flex-col items-start gap-3">
      <h2 className="m-0 text-13 font-normal text-ink-2">{text.ways.sitLabel}</h2>
      <Link
        href={instructor ? '/exercises' : '/sign-in'}
        className={classNames(
          buttonClass(instructor ? 'primary' : 'plain'),
          'h-10! px-5! text-14! no-underline',
        )}
      >
        {instructor && name ? text.ways.goOn(name) : text.door.signIn}
      </Link>
    </section>
  );
}

/** The whole point in two bars: how long it went on, and how long it should. */
function DwellBars() {
  const { text } = useReading();
  return (
    <dl className="m-0 mb-10 grid max-w-[440px] grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-13">
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
