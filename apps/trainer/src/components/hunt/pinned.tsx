'use client';

import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { KeptItem, KeptList } from './kept-list.tsx';
import { usePins } from './pins.ts';
import type { Hunt } from './use-hunt.ts';

/** Findings that were pinned; a click asks for the record again. */
export function Pinned({ hunt }: { hunt: Hunt }) {
  const { text, language } = useReading();
  const { run } = useRun();
  const pins = usePins();
  if (pins.list.length === 0) return null;
  const open = ({ table, query, from, to }: (typeof pins.list)[number]) =>
    hunt.set(
      {
        mode: null,
        sql: null,
        table,
        q: query,
        from: String(from),
        to: String(to),
        span: null,
        rec: '0',
      },
      true,
    );
  return (
    <KeptList label={text.hunt.pinned}>
      {pins.list.map((pin) => (
        <KeptItem
          key={pin.id}
          onOpen={() => open(pin)}
          removeLabel={text.hunt.unpin(pin.title)}
          onRemove={() => pins.remove(pin.id)}
        >
          <span className="w-full truncate font-mono text-12 text-ink-1">{pin.title}</span>
          <span className="text-12 text-ink-3">
            {formatMoment(language, run.calendar, pin.at, true)}
          </span>
        </KeptItem>
      ))}
    </KeptList>
  );
}
