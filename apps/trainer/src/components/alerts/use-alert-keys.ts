'use client';

import { useMemo } from 'react';
import type { Verdict } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useLatest } from '@/live/use-latest.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';

type Acts = {
  judge: (verdict: Verdict) => void;
  assign: () => void;
  undo: () => void;
  select: () => void;
  find: () => void;
};

/** The keys of the queue: they act on what is selected, else on where one stands. */
export function useAlertKeys(acts: Acts): void {
  const { text } = useReading();
  const latest = useLatest(acts);
  const commands = useMemo<Command[]>(() => {
    const words = text.alerts.keys;
    const act = (id: keyof typeof words, keys: string, run: () => void): Command => ({
      id: `alert-${id}`,
      title: words[id],
      group: 'act',
      keys,
      run,
    });
    return [
      act('select', 'x', () => latest().select()),
      act('true', 't', () => latest().judge('true')),
      act('false', 'f', () => latest().judge('false')),
      act('benign', 'b', () => latest().judge('benign')),
      act('assign', 'a', () => latest().assign()),
      act('undo', 'u', () => latest().undo()),
      {
        id: 'query',
        title: text.alerts.filter,
        group: 'go',
        keys: '/',
        run: () => latest().find(),
      },
    ];
  }, [text, latest]);
  useCommands(commands);
}
