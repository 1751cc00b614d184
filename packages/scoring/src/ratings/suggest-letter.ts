import type { History } from '../history.ts';
import type { Letter, Measure } from '../score.ts';
import { commandLetter } from './command-letter.ts';
import { containLetter } from './contain-letter.ts';
import { detectLetter } from './detect-letter.ts';
import { learnLetter } from './learn-letter.ts';
import { type LetterRule, seenIn } from './letter-rule.ts';
import { notifyLetter } from './notify-letter.ts';
import { protectLetter } from './protect-letter.ts';
import { scopeLetter } from './scope-letter.ts';

const RULES: Readonly<Record<string, LetterRule>> = {
  O1: detectLetter,
  O2: commandLetter,
  O3: containLetter,
  O4: scopeLetter,
  O5: notifyLetter,
  O6: protectLetter,
  O7: learnLetter,
};

/**
 * The letter that the measures suggest for an objective: P performed, S with some challenges, M with
 * major ones, U unable. Null: there is nothing to go by yet, or no rule for such an objective. It is a
 * suggestion: the rating is an evaluator's.
 */
export function suggestLetter(
  objective: string,
  history: History,
  measures: readonly Measure[],
): Letter | null {
  const rule = Object.hasOwn(RULES, objective) ? RULES[objective] : undefined;
  return rule ? rule(seenIn(history, measures)) : null;
}
