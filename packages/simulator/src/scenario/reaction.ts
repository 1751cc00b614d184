import { MINUTE_MS } from '@dwell/core';
import type { Role } from './roles.ts';

/**
 * How long a role takes from hearing of something to giving the order, added to a playbook step's
 * `after`. Our assumption (grade A), the same for every bot team, so that playbooks compare.
 */
export const REACTION_MS: { readonly [role in Role]: number } = {
  'incident-commander': 10 * MINUTE_MS,
  'soc-lead': 15 * MINUTE_MS,
  identity: 20 * MINUTE_MS,
  forensics: 30 * MINUTE_MS,
  privacy: 30 * MINUTE_MS,
  care: 30 * MINUTE_MS,
  legal: 45 * MINUTE_MS,
  communications: 45 * MINUTE_MS,
  hr: 60 * MINUTE_MS,
  executive: 60 * MINUTE_MS,
};
