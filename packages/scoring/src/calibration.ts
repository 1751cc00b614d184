import type { History } from './history.ts';
import { holds, steady } from './interval.ts';

/**
 * How well the confidence that somebody stated met what came true, 0–1: one less their Brier score (the
 * mean square of the stated chance less 1 for true and 0 for false), so that higher is better as in all
 * credit. Statements are hypotheses (true: correct), recorded estimates and answers given alone (true:
 * the range held the truth of its time). Fifty-fifty to everything is 0.75. Null: nothing was stated.
 */
export function calibrationOf(history: History, person: string): number | null {
  const ranges = [
    ...history.estimates,
    ...history.freezes.flatMap(({ truth, answers }) => answers.map((each) => ({ ...each, truth }))),
  ].map((each) => ({ ...each, came: holds(each, each.truth) }));
  const hypotheses = history.hypotheses.map((each) => ({ ...each, came: each.correct }));
  const squares = [...ranges, ...hypotheses]
    .filter(({ by }) => by === person)
    .map(({ confidence, came }) => (confidence / 100 - Number(came)) ** 2);
  if (squares.length === 0) return null;
  return steady(1 - squares.reduce((sum, each) => sum + each, 0) / squares.length);
}
