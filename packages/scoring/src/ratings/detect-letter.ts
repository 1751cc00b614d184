import type { History } from '../history.ts';
import { programmeMinute } from '../programme-minute.ts';
import { atMost, type LetterRule } from './letter-rule.ts';

/**
 * Minutes of the programme by which the first correct hypothesis stood, of a programme of `of` minutes:
 * a shorter one shortens them alike. In a campaign they are 6 January, 14 April and 1 July.
 */
const LIMITS = {
  crisis: { of: 90, P: 15, S: 20, M: 27 },
  campaign: { of: 60, P: 16, S: 32, M: 42 },
};

/** In a crisis P is for those who took one hint at most. */
const HINTS_FOR_P = 1;

/**
 * O1: when the first correct hypothesis was written down. In a campaign, which asks for seeing it early, a
 * true verdict or a declaration before that is as good. None of it is U, unless nothing was there to find.
 */
export const detectLetter: LetterRule = ({ history, value }) => {
  const { mode, phases, ended, outcome, hypotheses } = history;
  const hypothesis = value('first-hypothesis');
  const minute = mode === 'campaign' ? earliest(hypothesis, detectedBy(history)) : hypothesis;
  if (minute === null) {
    const never = ended && !hypotheses.some(({ correct }) => correct);
    return never && outcome.attackStartedAt !== null ? 'U' : null;
  }
  const { of, P, S, M } = LIMITS[mode];
  const length = Math.max(...phases.map((phase) => phase.minutes.to)) / of;
  const letter = atMost(minute, { P: P * length, S: S * length, M: M * length });
  const manyHints = mode === 'crisis' && (value('hints') ?? 0) > HINTS_FOR_P;
  return letter === 'P' && manyHints ? 'S' : letter;
};

function detectedBy({ outcome, phases }: History): number | null {
  return outcome.detectedAt === null ? null : programmeMinute(phases, outcome.detectedAt);
}

function earliest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
