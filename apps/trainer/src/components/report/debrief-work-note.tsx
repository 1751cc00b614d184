'use client';

import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { Job } from '../ui/job.tsx';

/** While figures are made: how far they are; when they could not be made: why. */
export function DebriefWorkNote() {
  const { text } = useReading();
  const { view } = useDebrief();
  const words = text.review;
  if (view.failed !== null)
    return (
      <div
        role="alert"
        className="rounded-md border border-line-strong bg-surface-2 px-4 py-3 text-13"
      >
        <Badge severity="severe">{words.failed}</Badge>
        <p className="m-0 mt-1 text-ink-2">{words.failedNow(view.failed)}</p>
      </div>
    );
  if (view.work)
    return (
      <div className="rounded-md border border-line bg-surface-2 px-4 py-3">
        <Job
          title={words.making[view.work.what]}
          share={view.work.done}
          left={view.debrief ? null : words.makingNow}
        />
      </div>
    );
  return view.state === 'ended' || view.debrief === null ? null : (
    <p className="m-0 text-13 text-ink-3">{words.running}</p>
  );
}
