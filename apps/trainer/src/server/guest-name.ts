const LENGTH_MAX = 60;

/**
 * A name as it may stand on everybody's screen: without control, bidirectional and other invisible
 * characters, at most two marks on a letter, single spaces. Null when nothing of it is left, or more
 * than 60 characters.
 */
export function guestName(typed: string): string | null {
  const name = typed
    .normalize('NFC')
    .replaceAll(/[\p{Zs}\p{Zl}\p{Zp}\t\r\n]+/gu, ' ')
    .replaceAll(/[\p{C}\u115f\u1160\u3164\uffa0]/gu, '')
    .replaceAll(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
  return name === '' || Array.from(name).length > LENGTH_MAX ? null : name;
}
