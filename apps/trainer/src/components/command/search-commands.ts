import type { Command, CommandGroup } from './registry.ts';

/** Groups in the order in which the palette and the help show them. */
export const GROUP_ORDER: readonly CommandGroup[] = ['go', 'act', 'clock', 'list', 'view'];

/** Those commands whose title holds every typed word; titles that begin with the text come first, then by group. */
export function searchCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter((command) =>
    words.every((word) => command.title.toLowerCase().includes(word)),
  );
  const first = words.join(' ');
  const rank = (command: Command) =>
    (first && command.title.toLowerCase().startsWith(first) ? 0 : GROUP_ORDER.length) +
    GROUP_ORDER.indexOf(command.group);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
