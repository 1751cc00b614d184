import { atMost, type LetterRule } from './letter-rule.ts';

const HOUR_MS = 3_600_000;

/** As good as the same time: people press one button after the other. */
const SAME_TIME_MS = HOUR_MS / 4;

/** O6: from the notice to guidance that people can use. None by the end is U where people were hurt. */
export const protectLetter: LetterRule = ({ history, value }) => {
  const { ended, guidedAt, outcome } = history;
  if (guidedAt === null) return ended && outcome.accountsLost > 0 ? 'U' : null;
  const lag = value('guidance-lag');
  return lag === null ? null : atMost(lag, { P: SAME_TIME_MS, S: 2 * HOUR_MS, M: 24 * HOUR_MS });
};
