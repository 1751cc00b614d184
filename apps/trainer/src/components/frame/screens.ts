/** The screens reachable from the frame, with the letter that follows `g`. */
export const SCREENS = [
  { id: 'situation', key: 's' },
  { id: 'inbox', key: 'i' },
  { id: 'alerts', key: 'a' },
  { id: 'hunt', key: 'h' },
  { id: 'rules', key: 'd' },
  { id: 'respond', key: 'r' },
  { id: 'decide', key: 'e' },
  { id: 'documents', key: 'f' },
  { id: 'record', key: 't' },
  { id: 'shop', key: 'o' },
  { id: 'runs', key: 'l' },
] as const;

export type Screen = (typeof SCREENS)[number];
export type ScreenId = Screen['id'];

/** Where a screen lives. */
export function screenPath(screen: ScreenId, runId: string): string {
  if (screen === 'runs') return '/runs';
  return screen === 'situation' ? `/runs/${runId}` : `/runs/${runId}/${screen}`;
}
