'use client';

import Link from 'next/link';
import { Button, buttonClass } from '@/components/ui/button.tsx';
import { SeverityMark } from '@/components/ui/badge.tsx';
import { useReading } from '@/i18n/provider.tsx';

/** A screen that broke: what now, and never a stack. */
export default function ScreenError({ reset }: { error: Error; reset: () => void }) {
  const { text } = useReading();
  return (
    <main role="alert" className="mx-auto flex max-w-[560px] flex-col items-start gap-3 px-6 py-16">
      <h1 className="m-0 text-20 font-semibold">
        <SeverityMark severity="severe" /> {text.errors.screenTitle}
      </h1>
      <p className="m-0 text-14 text-ink-2">{text.errors.screenNow}</p>
      <div className="mt-2 flex gap-2">
        <Button kind="primary" onClick={reset}>
          {text.common.retry}
        </Button>
        <Link href="/runs" className={`${buttonClass()} no-underline`}>
          {text.errors.toRuns}
        </Link>
      </div>
    </main>
  );
}
