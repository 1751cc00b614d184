import type { History } from './history.ts';
import { intervalAgreement } from './interval-agreement.ts';
import { steady } from './interval.ts';

/**
 * How near somebody's answers, written alone while time stood still, were to the others', 0–1: the mean
 * of `intervalAgreement` with each other person's answer, then over the questions. Bots' answers are left
 * out. Null: they were never asked together with somebody.
 */
export function alignmentOf({ freezes, actors }: History, person: string): number | null {
  const bots = new Set(actors.filter(({ bot }) => bot).map(({ id }) => id));
  const questions = freezes.flatMap(({ answers }) => {
    const own = answers.filter(({ by }) => by === person);
    const others = answers.filter(({ by }) => by !== person && !bots.has(by));
    const near = own.flatMap((one) => others.map((other) => intervalAgreement(one, other)));
    return near.length === 0 ? [] : [mean(near)];
  });
  return questions.length === 0 ? null : steady(mean(questions));
}

/** In order of size, so that the order of people leaves no trace in the last digit. */
function mean(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted.reduce((sum, each) => sum + each, 0) / sorted.length;
}
