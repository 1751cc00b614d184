import type { ParamSpec } from '../response/types.ts';
import { ENRICHMENTS } from './enrichments.ts';
import { REGULATOR_RULES } from './regulator-rules.ts';

/** Parameters of every response, by id: the closed list that playbooks may use. */
export const RESPONSE_PARAMS: { readonly [id: string]: readonly ParamSpec[] } = {
  'revoke-token': [
    { name: 'account', kind: 'account', required: true },
    { name: 'token', kind: 'integer', min: 1 },
  ],
  'deny-list': [
    { name: 'from', kind: 'account', required: true },
    { name: 'to', kind: 'account', required: true },
  ],
  'rotate-key': [{ name: 'mode', kind: 'choice', choices: ['overlap', 'hard'], required: true }],
  'remove-key-copies': [],
  'block-address': [{ name: 'address', kind: 'address', required: true }],
  'rate-limit': [
    { name: 'per', kind: 'choice', choices: ['source', 'token', 'endpoint'], required: true },
    { name: 'limit', kind: 'integer', min: 1, max: 1_000_000, required: true },
  ],
  'check-subject-exists': [],
  'check-issuance': [],
  logout: [{ name: 'cohort', kind: 'text', default: 'all' }],
  'legal-hold': [],
  'canary-accounts': [{ name: 'count', kind: 'integer', min: 1, max: 10_000 }],
  enrich: [{ name: 'name', kind: 'choice', choices: ENRICHMENTS, required: true }],
  'notify-people': [],
  'notify-regulator': [{ name: 'rule', kind: 'choice', choices: REGULATOR_RULES, required: true }],
  restore: [
    { name: 'what', kind: 'choice', choices: ['block', 'rate-limit', 'check'], required: true },
  ],
  'deploy-rule': [
    { name: 'name', kind: 'text', required: true },
    { name: 'text', kind: 'text', required: true },
  ],
  'retire-rule': [{ name: 'name', kind: 'text', required: true }],
};
