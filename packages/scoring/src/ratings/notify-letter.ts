import type { History, HistoryFinding } from '../history.ts';
import type { LetterRule } from './letter-rule.ts';

/**
 * O5: clocks and papers. Late counts a clock that was met late or not at all; flaws are those of the
 * latest paper of each form. All in time and no flaw is P, one minor flaw S; one late, a major flaw or
 * several flaws M; nothing filed, or more than one late, U. Null while no clock has fallen due.
 */
export const notifyLetter: LetterRule = ({ history }) => {
  const filed = history.clocks.filter(({ state }) => state === 'met' || state === 'late').length;
  const late = history.clocks.filter(({ state }) => state === 'late' || state === 'missed').length;
  if (filed + late === 0) return null;
  if (filed === 0 || late > 1) return 'U';
  const flaws = flawsThatStand(history);
  if (late === 1 || flaws.length > 1 || flaws.some(({ severity }) => severity === 'major')) {
    return 'M';
  }
  return flaws.length === 1 ? 'S' : 'P';
};

function flawsThatStand({ documents }: History): HistoryFinding[] {
  const latest = new Map(documents.map((each) => [each.form, each]));
  return [...latest.values()].flatMap(({ findings }) => findings);
}
