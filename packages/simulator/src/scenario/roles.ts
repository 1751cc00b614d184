/** The roles of an exercise that somebody may act for. Plain data, so that browsers may have it. */
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

export type Role = (typeof ROLES)[number];
