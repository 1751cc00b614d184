/** What of a keyboard event matters. */
export type KeyPress = { key: string; ctrl: boolean };

type Keyed = { keys?: string };

/** The name a press goes by in `keys`: `g`, `?`, `space`, `Ctrl+K`. */
export function nameOfKey(press: KeyPress): string {
  const key = press.key === ' ' ? 'space' : press.key;
  return press.ctrl ? `Ctrl+${key.toUpperCase()}` : key;
}

/**
 * What a press means after those in `pending`: a command, the start of one, or nothing.
 * The last of several commands with the same keys wins.
 */
export function matchKeys<T extends Keyed>(
  commands: readonly T[],
  pending: readonly string[],
  press: KeyPress,
): { command: T | null; prefix: readonly string[] | null } {
  const typed = [...pending, nameOfKey(press)];
  const text = typed.join(' ');
  const command = commands.findLast((each) => each.keys === text) ?? null;
  const prefix = commands.some((each) => each.keys?.startsWith(`${text} `)) ? typed : null;
  return { command, prefix };
}

/** Does the press belong to a text field (where only Ctrl combinations are ours)? */
export function isTextField(
  target: { tagName?: string; isContentEditable?: boolean; type?: string } | null,
): boolean {
  if (!target?.tagName) return false;
  if (target.isContentEditable) return true;
  if (target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  if (target.tagName !== 'INPUT') return false;
  return !['checkbox', 'radio', 'range', 'button', 'submit'].includes(target.type ?? 'text');
}
