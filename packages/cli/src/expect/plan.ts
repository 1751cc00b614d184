import { badInput } from '@dwell/core';
import {
  didYouMean,
  type Expectation,
  type Expectations,
  loadExpectations,
  placeOf,
} from '@dwell/simulator';
import type { Evaluation, RuleEntry } from './evaluation.ts';
import { reactsToAlerts } from './reacts-to-alerts.ts';

/** One expectations file with one seed: what one run answers. */
export type Unit = {
  file: Expectations;
  seed: number;
  /** Rules to evaluate: those judged, or all where others count too. */
  rules: readonly RuleEntry[];
  /** The expectations to be judged. */
  expect: readonly Expectation[];
  /** Names of rules that may alert, for the case about alerts nobody expected; null: not judged. */
  expected: ReadonlySet<string> | null;
};

/** Narrows a test to some seeds and some rules; empty: all. */
export type Narrow = { seeds: readonly number[]; rules: readonly string[] };

/**
 * Loads an expectations file with its rules and cuts it into units. Errors (exit 2): those of the
 * file, of its rules, `NO_RULE` for an expectation of a rule that is not there.
 */
export function planFile(path: string, narrow: Narrow, evaluation: Evaluation): Unit[] {
  const file = loadExpectations(path);
  const { rules: all, refused } = evaluation.open(file.rules, file.scale);
  const names = all.map((rule) => rule.name);
  for (const one of file.expect) {
    if (names.includes(one.rule)) continue;
    const small = refused.find(({ message }) => message.startsWith(`${one.rule}: `));
    const where = placeOf(one.rulePlace);
    if (small) throw badInput(small.code, small.message, where, small.hint);
    throw badInput('NO_RULE', `no rule "${one.rule}"`, where, didYouMean(one.rule, names));
  }
  const expect = file.expect.filter(
    (one) => narrow.rules.length === 0 || narrow.rules.includes(one.rule),
  );
  const named = new Set(file.expect.map((one) => one.rule));
  const judged = narrow.rules.length === 0;
  const everything = reactsToAlerts(file.playbook) || (judged && file.unexpected !== 'ignore');
  const asked = new Set(expect.map((one) => one.rule));
  const rules = everything ? all : all.filter((rule) => asked.has(rule.name));
  return file.seeds
    .filter((seed) => narrow.seeds.length === 0 || narrow.seeds.includes(seed))
    .map((seed) => ({ file, seed, rules, expect, expected: judged ? named : null }));
}
