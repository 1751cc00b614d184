'use client';

import type { HistoryFreeze } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { IntervalRows } from '../desk/interval-rows.tsx';
import { Panel } from '../ui/panel.tsx';
import { useNames } from './use-names.ts';

/** What everybody wrote alone while time stood still, against the truth of that moment. */
export function FreezesPanel({ freezes }: { freezes: readonly HistoryFreeze[] }) {
  const { text } = useReading();
  const nameOf = useNames();
  return freezes
    .filter((freeze) => freeze.answers.length > 0)
    .map((freeze, at) => (
      <Panel key={at} title={text.people.freeze(freeze.question)}>
        <p className="mt-0 mb-2 text-12 text-ink-3">{text.people.freezeNote}</p>
        <IntervalRows
          truth={freeze.truth}
          rows={freeze.answers.map((answer) => ({
            ...{ id: answer.by, name: nameOf(answer.by) },
            ...{ low: answer.low, high: answer.high, confidence: answer.confidence },
          }))}
        />
      </Panel>
    ));
}
