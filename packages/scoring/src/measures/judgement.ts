import type { History } from '../history.ts';
import { intervalAgreement } from '../interval-agreement.ts';
import { holds, steady } from '../interval.ts';
import { type Figure, mean, type Part, unknown } from './figure.ts';

/**
 * Alignment, 0–1: how far people said the same when each wrote alone while time stood still: the mean of
 * `intervalAgreement` over all pairs of people's answers, then over the questions. Parts: each question.
 */
export function alignment({ freezes, actors }: History): Figure {
  const bots = new Set(actors.filter(({ bot }) => bot).map(({ id }) => id));
  const parts = freezes.flatMap(({ question, answers: all }) => {
    const answers = all.filter(({ by }) => !bots.has(by));
    const pairs = answers.flatMap((one, i) =>
      answers.slice(i + 1).map((other) => intervalAgreement(one, other)),
    );
    return pairs.length === 0 ? [] : [{ of: question, value: steady(mean(pairs)), evidence: [] }];
  });
  if (parts.length === 0) return unknown('no-answers');
  return { value: steady(mean(parts.map(({ value }) => value))), parts };
}

type Said = { confidence: number; right: boolean; moment: string | null };

/** Brier's score of one statement: squared distance of the stated chance from what came true. */
const brier = ({ confidence, right }: Said) => {
  const off = Math.min(100, Math.max(0, confidence)) / 100 - Number(right);
  return off * off;
};

/**
 * Calibration, points from 0 (perfect) to 1: Brier score (1950), the mean over all statements whose
 * confidence met a truth: hypotheses, recorded estimates, and answers given alone. Saying fifty-fifty to
 * everything scores 0.25. Parts: one for each kind of statement.
 */
export function calibration({ hypotheses, estimates, freezes }: History): Figure {
  const said: Record<string, Said[]> = {
    hypotheses: hypotheses.map(({ confidence, correct, moment }) => ({
      confidence,
      right: correct,
      moment,
    })),
    estimates: estimates.map((each) => ({ ...each, right: holds(each, each.truth) })),
    alone: freezes.flatMap(({ answers, truth }) =>
      answers.map((each) => ({ ...each, right: holds(each, truth), moment: null })),
    ),
  };
  const all = Object.values(said).flat();
  if (all.length === 0) return unknown('no-confidence');
  const moments = (statements: readonly Said[]) =>
    statements.flatMap(({ moment }) => (moment === null ? [] : [moment]));
  const parts: Part[] = Object.entries(said).map(([of, statements]) => ({
    of,
    value: statements.length === 0 ? null : steady(mean(statements.map(brier))),
    evidence: moments(statements),
  }));
  return { value: steady(mean(all.map(brier))), evidence: moments(all), parts };
}
