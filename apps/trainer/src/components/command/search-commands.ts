import type { Command } from './registry.ts';

/** Those commands whose title holds every typed word; titles that begin with the text come first. */
export function searchCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter((command) => words.every((word) => command.title.toLowerCase().includes(word)));
  const first = words.join(' ');
  const rank = (command: Command) => (first && command.title.toLowerCase().startsWith(first) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
