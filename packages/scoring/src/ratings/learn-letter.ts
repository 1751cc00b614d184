import { atLeast, type LetterRule } from './letter-rule.ts';

/** O7: improvements with an owner, a date and a measure. Null until the end: they are its fruit. */
export const learnLetter: LetterRule = ({ history, value }) => {
  const fixes = value('fixes') ?? 0;
  if (fixes === 0 && !history.ended) return null;
  return atLeast(fixes, { P: 3, S: 2, M: 1 });
};
