'use client';

import type { RunEvent } from '@dwell/simulator/router';
import { describeEvent, severityOf } from '@/i18n/describe-event.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { Badge } from '../ui/badge.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';

/** Lines of a paragraph flow together; an empty line parts two. */
const paragraphs = (body: string) => body.trim().replaceAll(/(?<!\n)\n(?!\n)/g, ' ');

/** An event with everything recorded of it. */
export function EventDrawer({ event, onClose }: { event: RunEvent; onClose: () => void }) {
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
      {event.inject && (
        <section className="mt-4 rounded-md border border-line p-3 text-13">
          <p className="m-0 text-12 text-ink-3">
            {text.situation.from} {event.inject.from}
          </p>
          <p className="m-0 mt-1 font-medium">{pickText(language, event.inject.subject)}</p>
          <p className="m-0 mt-2 whitespace-pre-line text-ink-2">
            {paragraphs(pickText(language, event.inject.body))}
          </p>
        </section>
      )}
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
