import type { History } from '../history.ts';
import { type Figure, unknown } from './figure.ts';

/**
 * Fixes: improvements that have an owner, a date and a measure. Parts: each improvement, 1 complete, 0 not.
 * While the exercise runs and none is written there is nothing to say.
 */
export function fixes({ improvements, ended }: History): Figure {
  if (improvements.length === 0 && !ended) return unknown('still-running');
  const parts = improvements.map(({ id, complete }) => ({
    of: id,
    value: Number(complete),
    evidence: [],
  }));
  return { value: parts.reduce((sum, { value }) => sum + value, 0), parts };
}

/**
 * Rules kept: rules the team put to work that hold when the same seed is played against them again. Parts:
 * each rule, 1 holds, 0 not. While the exercise runs and there is none yet there is nothing to say.
 */
export function rulesKept({ rules, ended }: History): Figure {
  if (rules.length === 0 && !ended) return unknown('still-running');
  const names = [...new Set(rules.map(({ rule }) => rule))];
  const parts = names.map((name) => {
    const of = rules.filter(({ rule }) => rule === name);
    return {
      of: name,
      value: Number(of.some(({ holds }) => holds)),
      evidence: of.map(({ moment }) => moment),
    };
  });
  return {
    value: parts.reduce((sum, { value }) => sum + value, 0),
    evidence: rules.filter(({ holds }) => holds).map(({ moment }) => moment),
    parts,
  };
}
