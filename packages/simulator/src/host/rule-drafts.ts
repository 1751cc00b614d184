import { badInput } from '@dwell/core';
import type { RuleDraft, RuleDraftStore } from './ports.ts';
import { ruleAbout } from './rule-about.ts';

/** What a rule may be called: alerts, playbooks and files use it. */
export const RULE_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
const DRAFTS_MAX = 200;
const TEXT_BYTES_MAX = 65_536;

/**
 * Keeps a text, finished or not, under the name it gives itself. Errors: `RULE_NAME`, `RULE_SIZE`,
 * `TOO_MANY`.
 */
export async function saveDraft(
  store: RuleDraftStore,
  text: string,
  saved: Pick<RuleDraft, 'savedBy' | 'savedAtWallMs'>,
): Promise<{ name: string }> {
  if (Buffer.byteLength(text) > TEXT_BYTES_MAX)
    throw badInput('RULE_SIZE', 'the rule is longer than 64 kB', 'the rule', 'split or shorten it');
  const name = nameOf(text);
  const there = await store.list();
  if (there.length >= DRAFTS_MAX && !there.some((draft) => draft.name === name)) {
    throw badInput(
      'TOO_MANY',
      `${DRAFTS_MAX} rules are kept already`,
      'this run',
      'remove one that is not needed',
    );
  }
  await store.save({ name, text, ...saved });
  return { name };
}

/** The name by which a rule is kept, deployed and alerted. Errors: `RULE_NAME`. */
export function nameOf(text: string): string {
  const { name } = ruleAbout(text);
  if (name !== null && RULE_NAME.test(name)) return name;
  throw badInput(
    'RULE_NAME',
    name === null ? 'the rule has no name' : `"${name.slice(0, 80)}" cannot be a rule's name`,
    'the last document',
    'write name: with lower-case letters, digits and hyphens, such as token-never-issued',
  );
}
