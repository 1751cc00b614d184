'use client';

import type { SimTime } from '@dwell/core/time';
import { formatSimTime } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useClockAct } from '@/live/use-clock-act.ts';
import { Confirm } from '../ui/confirm.tsx';

/** Going back makes a copy; this says so before it happens. */
export function RewindConfirm({ at, onClose }: { at: SimTime; onClose: () => void }) {
  const { text, language } = useReading();
  const { run } = useRun();
  const act = useClockAct();
  return (
    <Confirm
      title={text.timeline.rewind(formatSimTime(language, run.calendar, at))}
      act={text.timeline.rewindAct}
      cancel={text.common.cancel}
      busy={act.busy}
      onAct={() => act.fork(at)}
      onCancel={onClose}
    >
      {text.timeline.rewindText}
    </Confirm>
  );
}
