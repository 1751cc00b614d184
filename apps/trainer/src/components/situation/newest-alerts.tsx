'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { describeReason } from '@/i18n/describe-reason.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { ruleTitle } from '@/i18n/rule-text.ts';
import { useRun } from '@/live/run-provider.tsx';
import { entityOf, isOpen } from '../alerts/queue.ts';
import { useAlerts } from '../alerts/use-alerts.ts';
import { LevelMark } from '../rules/level.tsx';
import { useRules } from '../rules/use-rules.ts';
import { Panel } from '../ui/panel.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

const SHOWN = 4;

/** The latest alerts that wait for a verdict, and how many there are; without any, why not. */
export function NewestAlerts() {
  const { text, language } = useReading();
  const { runId, run, build } = useRun();
  const { query, alerts } = useAlerts();
  const { cards } = useRules();
  const words = text.alerts;
  const newest = useMemo(
    () => alerts.filter(isOpen).toSorted((a, b) => b.firstAt - a.firstAt),
    [alerts],
  );
  if (build.state !== 'ready' || !query.isSuccess) return null;
  const deployed = cards.filter((card) => card.state === 'deployed').length;
  return (
    <Panel
      flush
      title={words.title}
      aside={<Link href={`/runs/${runId}/alerts`}>{words.count(formatCount(newest.length))}</Link>}
    >
      {newest.length === 0 && (
        <p className="m-0 px-4 pt-1 pb-4 text-13 text-ink-2">
          {deployed > 0 ? words.emptyDeployed(formatCount(deployed)) : words.emptyNow}{' '}
          <Link href={`/runs/${runId}/rules`}>{words.toRules}</Link>
        </p>
      )}
      <ul className="m-0 list-none p-0 pb-2">
        {newest.slice(0, SHOWN).map((alert) => (
          <li key={alert.id}>
            <Link
              href={`/runs/${runId}/alerts?alert=${encodeURIComponent(alert.id)}`}
              className="flex items-start gap-2 px-4 py-1 text-13 no-underline hover:bg-surface-3"
            >
              <LevelMark quiet level={alert.level} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-ink-1">
                  {ruleTitle(language, { name: alert.rule, title: alert.title })}
                </span>
                <span className="block truncate text-12 text-ink-3">
                  <span className="font-mono">{entityOf(alert) || words.anyEntity}</span> ·{' '}
                  {describeReason(language, text, alert)}
                </span>
              </span>
              <SimTimeText
                calendar={run.calendar}
                at={alert.firstAt}
                className="shrink-0 text-12 leading-5 text-ink-3"
              />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
