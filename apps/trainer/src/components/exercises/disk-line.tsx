'use client';

import { useQuery } from '@tanstack/react-query';
import { formatBytes } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Meter } from '../ui/meter.tsx';

/** How much of the disk the runs take, in a line. */
export function DiskLine() {
  const trpc = useTRPC();
  const { text } = useReading();
  const disk = useQuery(trpc.exercise.disk.queryOptions(undefined, { staleTime: 30_000 }));
  if (!disk.data) return null;
  const { bytes, limitBytes } = disk.data;
  return (
    <div className="mt-4 flex items-center gap-3 text-12 text-ink-3">
      <span className="w-24">
        <Meter thin label={text.lobby.disk} share={limitBytes > 0 ? bytes / limitBytes : 0} />
      </span>
      {text.exercises.disk(formatBytes(bytes), formatBytes(limitBytes))}
    </div>
  );
}
