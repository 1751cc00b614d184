'use client';

import { useMemo } from 'react';
import { MINUTE_MS, type SimTime } from '@dwell/core/time';
import { useReading } from '@/i18n/provider.tsx';
import { useLatest } from '@/live/use-latest.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { PinToRecord } from '../console/pin-to-record.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { RecordCells } from './decode-token.ts';
import { usePins } from './pins.ts';
import { clause } from './query-text.ts';

/** Cells that together find a record again, as far as it has them. */
const TELLING = [
  'endpoint',
  'status_code',
  'token_uid',
  'target_uid',
  'user_uid',
  'src_ip',
  'actor',
  'job',
];

type Props = { table: string; record: RecordCells; at: SimTime | null };

/** Keeps the record among the findings, or lets it go; `p` does the same. */
export function PinButton({ table, record, at }: Props) {
  const { text } = useReading();
  const pins = usePins();
  const known = TELLING.filter((name) => record[name] !== undefined && record[name] !== null);
  const query = known.map((name) => clause(name, record[name]!, false)).join(' ');
  const when = at ?? 0;
  const id = `${table} ${when} ${query}`;
  const pinned = pins.list.some((pin) => pin.id === id);
  const toggle = () => {
    if (pinned) pins.remove(id);
    else
      pins.add({
        id,
        table,
        query,
        from: Math.max(0, Math.floor(when / MINUTE_MS) * MINUTE_MS),
        to: (Math.floor(when / MINUTE_MS) + 1) * MINUTE_MS,
        at: when,
        title: known
          .slice(0, 1)
          .concat(known.slice(-1))
          .map((name) => String(record[name]))
          .join(' · '),
      });
  };
  const latest = useLatest(toggle);
  const commands = useMemo<Command[]>(
    () => [{ id: 'pin', title: text.hunt.pin, group: 'act', keys: 'p', run: () => latest()() }],
    [text, latest],
  );
  useCommands(commands);
  return (
    <div className="flex flex-wrap gap-2">
      <Button small aria-pressed={pinned} onClick={toggle} title={text.hunt.savedWhere}>
        <Icon name="pin" /> {pinned ? text.hunt.pinnedNow : text.hunt.pin} <Kbd keys="p" />
      </Button>
      <PinToRecord
        found={{
          name: `row.${id}`,
          title: `${table}: ${query}`.slice(0, 200),
          table,
          query,
          from: Math.floor(when / MINUTE_MS) * MINUTE_MS,
          to: (Math.floor(when / MINUTE_MS) + 1) * MINUTE_MS,
        }}
      />
    </div>
  );
}
