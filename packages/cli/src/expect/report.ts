import type { Check } from './judge.ts';

/** How one rule did in one run, as people and programs read it. */
export type AlertFigures = {
  count: number;
  true: number;
  benign: number;
  first_at: string | null;
  first_true_at: string | null;
  records_lost_before_scaled: number | null;
  precision: number | null;
  recall: number | null;
  benign_per_day: number;
};

/** One expectation with one seed; `rule` is null for cases about all rules: alerts nobody expected, both engines. */
export type Case = {
  name: string;
  rule: string | null;
  seed: number;
  /** Line of the expectations file. */
  line: number;
  /** `warned`: alerts of rules not named, and `unexpected: warn`. `error`: could not be tested. */
  status: 'passed' | 'warned' | 'failed' | 'error';
  /** Wall-clock seconds of its run, shared evenly among the run's cases; 0 from the cache. */
  seconds: number;
  cached: boolean;
  checks: readonly Check[];
  alerts: AlertFigures | null;
  /** Why it is not simply passed; null when it is. */
  message: string | null;
  /** The command that repeats it. */
  repeat: string;
};

export type Suite = {
  file: string;
  scenario: string | null;
  playbook: string | null;
  /** N of 1:N. */
  scale: number | null;
  enrichments: readonly string[];
  cases: readonly Case[];
};

/** The document of `dwell test --json`. */
export type Report = {
  passed: number;
  failed: number;
  errors: number;
  /** Cases whose alerts came from the cache. */
  cached: number;
  seconds: number;
  suites: readonly Suite[];
};

/** Sums the cases up. Warned ones count as passed. */
export function reportOf(suites: readonly Suite[], seconds: number): Report {
  const cases = suites.flatMap((suite) => suite.cases);
  const count = (...statuses: Case['status'][]) =>
    cases.filter((each) => statuses.includes(each.status)).length;
  return {
    passed: count('passed', 'warned'),
    failed: count('failed'),
    errors: count('error'),
    cached: cases.filter((each) => each.cached).length,
    seconds: Math.round(seconds * 1000) / 1000,
    suites,
  };
}
