/** Enrichments that can be bought; each is a control that is off at the start. */
export const ENRICHMENTS = [
  'token-issued',
  'subject-exists',
  'key-custodian',
  'canary',
  'page-flow',
] as const;

export type Enrichment = (typeof ENRICHMENTS)[number];
