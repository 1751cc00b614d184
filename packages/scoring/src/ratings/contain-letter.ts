import { atMost, type LetterRule } from './letter-rule.ts';

/** Accounts lost in a campaign: the tests of January; then shares of those that there are. */
const CAMPAIGN = { P: 10_000, S: 0.01, M: 0.1 };

/**
 * O3. In a crisis how many times the expert's loss, and U where forged requests still succeeded at the
 * end; in a campaign the accounts lost in all.
 */
export const containLetter: LetterRule = ({ history, value }) => {
  const { mode, ended, members, outcome } = history;
  if (mode === 'campaign') {
    const lost = value('accounts-lost');
    const limits = {
      P: CAMPAIGN.P,
      S: Math.max(CAMPAIGN.P, CAMPAIGN.S * members),
      M: Math.max(CAMPAIGN.P, CAMPAIGN.M * members),
    };
    return lost === null ? null : atMost(lost, limits);
  }
  if (outcome.attackStartedAt !== null && outcome.containedAt === null) return ended ? 'U' : null;
  const times = value('loss-ratio');
  return times === null ? null : atMost(times, { P: 2, S: 5, M: 20 });
};
