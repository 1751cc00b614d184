import type { History } from '../history.ts';
import { holds, ordersOff } from '../interval.ts';
import type { LetterRule } from './letter-rule.ts';

const DAY_MS = 86_400_000;

/** In a crisis, one night's purge at most between awareness and the hold. */
const HOLD_WITHIN_MS = DAY_MS;

/** In a campaign, before the records of the attack's first day age out. */
const KEPT_MS = 180 * DAY_MS;

/**
 * O4: the last estimate against what had been lost by then, and whether logs were held in time. No
 * estimate by the end is U, unless there was nothing to estimate.
 */
export const scopeLetter: LetterRule = ({ history, value }) => {
  const last = history.estimates.toSorted((one, other) => one.at - other.at).at(-1);
  if (!last) return history.ended && history.outcome.attackStartedAt !== null ? 'U' : null;
  if (holds(last, last.truth)) return isHeldInTime(history, value('hold-delay')) ? 'P' : 'S';
  return ordersOff(last, last.truth) <= 1 ? 'M' : 'U';
};

function isHeldInTime({ mode, heldAt, outcome }: History, delayMs: number | null): boolean {
  if (heldAt === null) return false;
  if (mode === 'crisis') return delayMs === null || delayMs <= HOLD_WITHIN_MS;
  return outcome.attackStartedAt === null || heldAt.at <= outcome.attackStartedAt + KEPT_MS;
}
