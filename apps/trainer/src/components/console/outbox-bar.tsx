'use client';

import { useState } from 'react';
import { useOutbox, type Unsent } from '@/exercise/outbox.ts';
import { usePlay } from '@/exercise/use-play.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';

/** What a cut kept from being sent: each offered again, or let go. */
export function OutboxBar() {
  const { text } = useReading();
  const outbox = useOutbox();
  const play = usePlay();
  const [open, setOpen] = useState(false);
  if (outbox.list.length === 0) return null;
  const send = (each: Unsent) => {
    outbox.remove(each.id);
    play.run(each.act, { title: each.title });
  };
  return (
    <section
      aria-label={text.console.outbox}
      className="border-b border-line bg-surface-3 px-4 py-1 text-13"
    >
      <div className="flex flex-wrap items-center gap-3">
        <Badge severity="attention">{text.console.unsent(formatCount(outbox.list.length))}</Badge>
        <span className="min-w-0 truncate text-ink-2">{outbox.list[0]!.title}</span>
        <span className="ml-auto flex gap-2">
          {outbox.list.length > 1 && (
            <Button small kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              {text.console.unsentList}
            </Button>
          )}
          <Button small disabled={play.busy} onClick={() => send(outbox.list[0]!)}>
            {text.console.sendAgain}
          </Button>
          <Button small kind="quiet" onClick={() => outbox.remove(outbox.list[0]!.id)}>
            {text.console.letGo}
          </Button>
        </span>
      </div>
      {open && (
        <ul className="m-0 list-none p-0 pt-1">
          {outbox.list.slice(1).map((each) => (
            <li key={each.id} className="flex items-center gap-3 border-t border-line py-1">
              <span className="min-w-0 flex-1 truncate">{each.title}</span>
              <Button small disabled={play.busy} onClick={() => send(each)}>
                {text.console.sendAgain}
              </Button>
              <Button small kind="quiet" onClick={() => outbox.remove(each.id)}>
                {text.console.letGo}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
