'use client';

import Link from 'next/link';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { Needs } from '../rules/needs.tsx';
import { useRules } from '../rules/use-rules.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import type { Shown } from './queue.ts';

/** Why there is nothing, and the next step to having something. */
export function EmptyQueue({ shown, narrowed }: { shown: Shown; narrowed: boolean }) {
  const { text } = useReading();
  const { runId } = useRun();
  const { cards } = useRules();
  const words = text.alerts;
  if (narrowed) return <Empty title={words.noneFit} />;
  if (shown === 'judged') return <Empty title={words.emptyJudged}>{words.emptyJudgedNow}</Empty>;
  if (shown === 'quiet') return <Empty title={words.emptyQuiet}>{words.emptyQuietNow}</Empty>;
  const deployed = cards.filter((card) => card.state === 'deployed');
  const needs = [...new Set(deployed.flatMap((card) => card.needs))];
  return (
    <>
      <Empty
        title={words.empty}
        action={
          <Link href={`/runs/${runId}/rules`} className={buttonClass('primary')}>
            {words.toRules}
          </Link>
        }
      >
        {deployed.length > 0 ? words.emptyDeployed(formatCount(deployed.length)) : words.emptyNow}
      </Empty>
      {needs.length > 0 && (
        <div className="px-4">
          <Needs names={needs} />
        </div>
      )}
    </>
  );
}
