import type { ResponseInfo } from '@dwell/simulator/router';

/** The exercise roles somebody may act for. */
export const ROLES = [
  'incident-commander',
  'soc-lead',
  'identity',
  'forensics',
  'privacy',
  'legal',
  'communications',
  'care',
  'hr',
  'executive',
] as const;

/** Who would usually do it, by what it touches. */
export function usualRole(touches: ResponseInfo['touches']): (typeof ROLES)[number] {
  switch (touches) {
    case 'source':
      return 'soc-lead';
    case 'evidence':
      return 'forensics';
    case 'people':
      return 'privacy';
    default:
      return 'identity';
  }
}
