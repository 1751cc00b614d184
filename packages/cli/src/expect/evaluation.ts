import type { SimTime } from '@dwell/core';
import type { Enrichment, Playbook, Problem, Scenario } from '@dwell/simulator';
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
  /** Are the records to be stored and asked in SQL as well? */
  batch: boolean;
};

export type Answer = { run: RunFacts; rules: { readonly [name: string]: RuleFacts } };

/** What `dwell test` needs of the simulator; tests hand in their own. */
export type Evaluation = {
  /** A hash of the code that makes results. */
  code(): string;
  /** The rules under the paths at a scale, and why some say nothing at it. Errors (exit 2): the first problem of a rule. */
  open(rulePaths: readonly string[], scale: number): OpenedEntries;
  /** Evaluates every ask. Errors: `INTERRUPTED`; what else goes wrong is an outcome. */
  answer(asks: readonly Ask[], calls: AnswerCalls): Promise<void>;
};

export type OpenedEntries = { rules: readonly RuleEntry[]; refused: readonly Problem[] };

export type AnswerCalls = {
  /** Runs at once. */
  jobs: number;
  signal: AbortSignal;
  onProgress: (share: number) => void;
  /** Told of each ask as its run ends, with its wall-clock seconds. */
  done: (ask: Ask, outcome: Answer | Error, seconds: number) => void;
};
