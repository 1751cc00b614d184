'use client';

import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { usePins } from './pins.ts';
import type { Hunt } from './use-hunt.ts';

/** Findings that were pinned; a click asks for the record again. */
export function Pinned({ hunt }: { hunt: Hunt }) {
  const { text, language } = useReading();
  const { run } = useRun();
  const pins = usePins();
  if (pins.list.length === 0) return null;
  return (
    <section aria-label={text.hunt.pinned} className="pb-3">
      <h3 className="m-0 px-2 pb-1 text-12 font-normal text-ink-3">
        {text.hunt.pinned} · {text.hunt.keptHere}
      </h3>
      <ul className="m-0 list-none p-0">
        {pins.list.map((pin) => (
          <li key={pin.id} className="group flex items-start rounded-md hover:bg-surface-3">
            <button
              type="button"
              onClick={() =>
                hunt.set(
                  {
                    mode: null,
                    sql: null,
                    table: pin.table,
                    q: pin.query,
                    from: String(pin.from),
                    to: String(pin.to),
                    span: null,
                    rec: '0',
                  },
                  true,
                )
              }
              className="flex min-w-0 flex-1 flex-col px-2 py-1 text-left"
            >
              <span className="w-full truncate font-mono text-12 text-ink-1">{pin.title}</span>
              <span className="text-12 text-ink-3">
                {formatMoment(language, run.calendar, pin.at, true)}
              </span>
            </button>
            <IconButton
              icon="close"
              label={text.hunt.unpin(pin.title)}
              onClick={() => pins.remove(pin.id)}
              className="size-6! opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
