/** The screens reachable from the frame, with the letter that follows `g`. */
export const SCREENS = [
  { id: 'situation', key: 's' },
  { id: 'alerts', key: 'a' },
  { id: 'hunt', key: 'h' },
  { id: 'rules', key: 'd' },
  { id: 'respond', key: 'r' },
  { id: 'shop', key: 'o' },
  { id: 'runs', key: 'l' },
] as const;

export type ScreenId = (typeof SCREENS)[number]['id'];

/** Where a screen lives. */
export function screenPath(screen: ScreenId, runId: string): string {
  if (screen === 'runs') return '/runs';
  return screen === 'situation' ? `/runs/${runId}` : `/runs/${runId}/${screen}`;
}
