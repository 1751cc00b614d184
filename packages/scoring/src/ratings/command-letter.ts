import { atLeast, type LetterRule } from './letter-rule.ts';

/** O2: the share of decisions logged in full. Nobody in command, or nothing decided by the end, is U. */
export const commandLetter: LetterRule = ({ history, value }) => {
  const { mode, ended, commandedAt } = history;
  if (ended && mode === 'crisis' && commandedAt === null) return 'U';
  const share = value('decisions-logged');
  if (share === null) return ended ? 'U' : null;
  return atLeast(share, { P: 1, S: 0.8, M: 0.5 });
};
