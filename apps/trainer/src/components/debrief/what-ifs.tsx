'use client';

import { useReading } from '@/i18n/provider.tsx';
import { Empty } from '../ui/empty.tsx';
import { useTried } from './tried.tsx';
import { SweepPanel } from './sweep-panel.tsx';
import { WhatIfCard } from './what-if-card.tsx';
import { WhatIfForm } from './what-if-form.tsx';

/** One thing different on the same seed: chosen on the left, what came of it on the right. */
export function WhatIfs() {
  const { text } = useReading();
  const tried = useTried();
  const words = text.debrief.whatIf;
  return (
    <div className="grid grid-cols-[minmax(320px,420px)_minmax(0,1fr)] items-start gap-6 max-lg:grid-cols-1 2xl:grid-cols-[480px_minmax(0,1fr)] 2xl:gap-8">
      <div className="flex flex-col gap-4">
        <WhatIfForm />
        <SweepPanel />
      </div>
      <section aria-label={words.results} className="min-w-0">
        {tried.length === 0 ? (
          <Empty title={words.empty}>{words.emptyNow}</Empty>
        ) : (
          <ol className="m-0 grid list-none grid-cols-[repeat(auto-fit,minmax(360px,1fr))] gap-4 p-0">
            {tried.map((each, at) => (
              <li key={JSON.stringify(each.change)} className="min-w-0">
                <WhatIfCard tried={each} at={at} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
