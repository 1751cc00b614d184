'use client';

import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { Command, CommandRegistry } from './registry.ts';

export type Shown = 'palette' | 'help' | null;
type Value = { registry: CommandRegistry; show: (what: Shown) => void };

export const CommandContext = createContext<Value | null>(null);

/** The registry and the way to show it. */
export function useCommandContext(): Value {
  const value = use(CommandContext);
  if (!value) throw new Error('commands need a CommandProvider above them');
  return value;
}

/** Offers commands while the component is on screen. Keep the array stable with `useMemo`. */
export function useCommands(commands: readonly Command[]): void {
  const { registry } = useCommandContext();
  useEffect(() => registry.register(commands), [registry, commands]);
}

/** The commands of the page as it stands. */
export function useCommandList(): readonly Command[] {
  const { registry } = useCommandContext();
  return useSyncExternalStore(registry.subscribe, registry.list, registry.list);
}

/** Opens the palette or the keyboard help. */
export const useShowCommands = () => useCommandContext().show;
