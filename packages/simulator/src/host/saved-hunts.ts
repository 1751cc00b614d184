import type { SavedHunt } from '../router/types.ts';
import { loadHunt, shippedHunts } from '../scenario/hunt-file.ts';

let kept: SavedHunt[] | null = null;

/** The shipped hunts with what they look for, read once. */
export function savedHunts(): SavedHunt[] {
  kept ??= shippedHunts().map((name) => {
    const { title, hypothesis, technique, sql } = loadHunt(name);
    return { name, title: title ?? name, hypothesis, technique, sql };
  });
  return kept;
}
