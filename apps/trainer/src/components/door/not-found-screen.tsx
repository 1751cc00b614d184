'use client';

import Link from 'next/link';
import { useReading } from '@/i18n/provider.tsx';
import { buttonClass } from '../ui/button.tsx';

/** Nothing lives here. */
export function NotFoundScreen() {
  const { text } = useReading();
  return (
    <main className="mx-auto flex max-w-[560px] flex-col items-start gap-3 px-6 py-16">
      <h1 className="m-0 text-20 font-semibold">{text.errors.notFound}</h1>
      <p className="m-0 text-14 text-ink-2">{text.errors.notFoundNow}</p>
      <Link href="/runs" className={`${buttonClass('primary')} mt-2 no-underline`}>
        {text.errors.toRuns}
      </Link>
    </main>
  );
}
