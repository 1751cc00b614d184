'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useCommands } from './command-context.ts';
import type { Command } from './registry.ts';

/** `j` and `k` move through a list of `count` items, `Enter` opens the one they stand on. */
export function useListKeys(count: number, onOpen: (index: number) => void) {
  const { text } = useReading();
  const [at, setAt] = useState(-1);
  const nodes = useRef(new Map<number, HTMLElement>());
  const latest = useRef({ at, count, onOpen });
  useEffect(() => {
    latest.current = { at, count, onOpen };
  });
  const commands = useMemo<Command[]>(() => {
    const move = (by: number) => {
      const { at: here, count: size } = latest.current;
      if (size === 0) return;
      const next = Math.max(0, Math.min(size - 1, here + by));
      setAt(next);
      nodes.current.get(next)?.scrollIntoView({ block: 'nearest' });
    };
    return [
      {
        id: 'list-next',
        title: text.command.next,
        group: 'list',
        keys: 'j',
        keyboardOnly: true,
        run: () => move(1),
      },
      {
        id: 'list-previous',
        title: text.command.previous,
        group: 'list',
        keys: 'k',
        keyboardOnly: true,
        run: () => move(-1),
      },
      {
        id: 'list-open',
        title: text.command.open,
        group: 'list',
        keys: 'Enter',
        keyboardOnly: true,
        run: () => {
          if (latest.current.at >= 0 && latest.current.at < latest.current.count)
            latest.current.onOpen(latest.current.at);
        },
      },
    ];
  }, [text]);
  useCommands(commands);
  const itemProps = useCallback(
    (index: number) => ({
      ref: (node: HTMLElement | null) => {
        if (node) nodes.current.set(index, node);
        else nodes.current.delete(index);
      },
    }),
    [],
  );
  return { at: at < count ? at : -1, setAt, itemProps };
}
