import type { SimTime } from '@dwell/core';
import type { Enrichment, Playbook, Scenario } from '@dwell/simulator';
import type { RuleFacts, RunFacts } from './facts.ts';

/** A rule that can be tested: `key` is a hash of everything it means, base rules included. */
export type RuleEntry = { name: string; key: string };

/** A run and the rules to be evaluated over it; plain data, so that it can go to another process. */
export type Ask = {
  scenario: Scenario;
  playbook: Playbook;
  seed: number;
  scale: number;
  until: SimTime;
  enrichments: readonly Enrichment[];
  /** Where the rules are: absolute paths, or `shipped`. */
  rulePaths: readonly string[];
  /** Names of those to evaluate. */
  rules: readonly string[];
};

export type Answer = { run: RunFacts; rules: { readonly [name: string]: RuleFacts } };

/** What `dwell test` needs of the simulator; tests hand in their own. */
export type Evaluation = {
  /** The rules under the paths at a scale. Errors (exit 2): the first problem of a rule. */
  open(rulePaths: readonly string[], scale: number): readonly RuleEntry[];
  /** Evaluates every ask with up to `jobs` at once; `done` is told of each as it comes. */
  answer(
    asks: readonly Ask[],
    options: {
      jobs: number;
      signal: AbortSignal;
      onProgress: (share: number) => void;
      done: (ask: Ask, outcome: Answer | Error, seconds: number) => void;
    },
  ): Promise<void>;
};
