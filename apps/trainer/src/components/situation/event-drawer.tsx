'use client';

import type { DomainEvent } from '@dwell/simulator/router';
import { describeEvent, severityOf } from '@/i18n/describe-event.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { Badge } from '../ui/badge.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

/** An event with everything recorded of it. */
export function EventDrawer({ event, onClose }: { event: DomainEvent; onClose: () => void }) {
  const { text, language } = useReading();
  const { run } = useRun();
  const severity = severityOf(event);
  return (
    <ContextDrawer
      title={describeEvent(language, text, event)}
      label={text.frame.context}
      onClose={onClose}
    >
      <p className="m-0 text-16 leading-6">{describeEvent(language, text, event)}</p>
      <p className="m-0 mt-2 flex items-center gap-3 text-13 text-ink-2">
        <Badge severity={severity}>{text.severity[severity]}</Badge>
        <SimTimeText calendar={run.calendar} at={event.at} form="full" />
      </p>
      <dl className="m-0 mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 font-mono text-12">
        <dt className="text-ink-3">kind</dt>
        <dd className="m-0">{event.kind}</dd>
        {Object.entries(event.values).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="m-0 break-all">{String(value)}</dd>
          </div>
        ))}
      </dl>
    </ContextDrawer>
  );
}
