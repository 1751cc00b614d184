'use client';

import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { CommandContext, type Shown, useCommandContext, useCommands } from './command-context.ts';
import { isTextField } from './key-sequence.ts';
import { type Command, CommandRegistry } from './registry.ts';
import { Help } from './help.tsx';
import { Palette } from './palette.tsx';

/** Listens to the keyboard and shows the palette and the help. Mount once. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry());
  const [shown, setShown] = useState<Shown>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      const ctrl = event.ctrlKey || event.metaKey;
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      if (!ctrl && isTextField(target)) return;
      if (document.querySelector('dialog[open]')) return;
      // Space and Enter belong to the control that has the focus.
      const ownKey = event.key === ' ' || event.key === 'Enter';
      if (ownKey && target?.closest('button, a, summary, input, [role="tab"], [role="option"]'))
        return;
      if (registry.press({ key: event.key, ctrl })) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [registry]);
  const value = useMemo(() => ({ registry, show: setShown }), [registry]);
  return (
    <CommandContext value={value}>
      <BaseCommands />
      {children}
      {shown === 'palette' && <Palette onClose={() => setShown(null)} />}
      {shown === 'help' && <Help onClose={() => setShown(null)} />}
    </CommandContext>
  );
}

function BaseCommands() {
  const { show } = useCommandContext();
  const { text, switchLanguage, switchTheme } = useReading();
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'palette',
        title: text.command.palette,
        group: 'view',
        keys: 'Ctrl+K',
        keyboardOnly: true,
        run: () => show('palette'),
      },
      {
        id: 'help',
        title: text.command.helpOpen,
        group: 'view',
        keys: '?',
        run: () => show('help'),
      },
      {
        id: 'language',
        title: `${text.command.switchLanguage}: ${text.frame.language}`,
        group: 'view',
        run: switchLanguage,
      },
      { id: 'theme', title: text.command.switchTheme, group: 'view', run: switchTheme },
    ],
    [text, show, switchLanguage, switchTheme],
  );
  useCommands(commands);
  return null;
}
