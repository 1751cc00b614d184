import type { HypothesisTag } from '../exercise/types.ts';
import type { AttackShape } from '../scenario/types.ts';

/** Hypotheses that are right, by the shape of the attack: what it was done with, and by whom. */
const TRUE_TAGS: { readonly [shape in AttackShape]: readonly HypothesisTag[] } = {
  'minted-tokens': ['forged-tokens', 'insider-left'],
  'bulk-token': ['insider-left', 'other'],
};

/** Does a hypothesis say what happened? */
export function isTrue(tag: HypothesisTag, shape: AttackShape): boolean {
  return TRUE_TAGS[shape].includes(tag);
}
