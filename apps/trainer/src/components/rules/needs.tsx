'use client';

import Link from 'next/link';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { buttonClass } from '../ui/button.tsx';

/** What has to be bought before the rule sees anything, with the way there. */
export function Needs({ names }: { names: readonly string[] }) {
  const { text } = useReading();
  const { runId } = useRun();
  return (
    <p className="m-0 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-13 text-attention">
      <span>△ {text.rules.needs}:</span>
      {names.map((need) => (
        <Link
          key={need}
          href={`/runs/${runId}/respond?response=enrich&name=${need}`}
          className={buttonClass('plain', true)}
        >
          {text.rules.needsBuy(text.world.controls[need] ?? need)}
        </Link>
      ))}
    </p>
  );
}
