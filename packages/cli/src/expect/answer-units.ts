import { type Canonical, canonicalJson } from '@dwell/core';
import type { ResultCache } from '../cache/result-cache.ts';
import type { Outcome } from './cases.ts';
import type { Answer, Ask, Evaluation } from './evaluation.ts';
import type { RuleFacts, RunFacts } from './facts.ts';
import type { Unit } from './plan.ts';
import { reactsToAlerts } from './reacts-to-alerts.ts';

type Keeping = AnswerOptions & { code: string };
type Kept = { run: RunFacts; rule: RuleFacts };

/** Units that are one run: same world, same records, same rules folder. */
type Batch = { ask: Ask; units: Unit[]; wanted: Set<string> };

export type AnswerOptions = {
  jobs: number;
  /** Null: nothing is kept and nothing is taken from before. */
  cache: ResultCache | null;
  signal: AbortSignal;
  onProgress: (share: number, note: string) => void;
};

/** Finds out what every unit's rules came to: from the cache what is there, the rest by running. */
export async function answerUnits(
  units: readonly Unit[],
  evaluation: Evaluation,
  asked: AnswerOptions,
): Promise<ReadonlyMap<Unit, Outcome>> {
  const options = { ...asked, code: evaluation.code() };
  const known = new Map(units.map((unit) => [unit, keptFor(unit, options)]));
  const batches = batchesOf(units, known);
  const outcomes = new Map<Unit, Outcome>();
  const settle = (unit: Unit, outcome: Outcome) => outcomes.set(unit, outcome);
  for (const unit of units) {
    const kept = known.get(unit)!;
    if (kept.size === unit.rules.length) settle(unit, outcomeOf(unit, kept, null, 0));
  }
  let finished = 0;
  const done = (ask: Ask, answer: Answer | Error, seconds: number) => {
    finished += 1;
    const batch = batches.find((each) => each.ask === ask)!;
    const share = seconds / batch.units.length;
    for (const unit of batch.units) {
      if (answer instanceof Error) settle(unit, { error: answer, seconds: share });
      else {
        keep(unit, answer, options);
        settle(unit, outcomeOf(unit, known.get(unit)!, answer, share));
      }
    }
  };
  const onProgress = (share: number) =>
    options.onProgress(share, `run ${Math.min(finished + 1, batches.length)} of ${batches.length}`);
  const asks = batches.map((batch) => batch.ask);
  if (asks.length > 0) {
    await evaluation.answer(asks, { jobs: options.jobs, signal: options.signal, onProgress, done });
  }
  return outcomes;
}

/** One run each for units that ask for the same but for the rules; its rules are all that are missing. */
function batchesOf(
  units: readonly Unit[],
  known: ReadonlyMap<Unit, ReadonlyMap<string, Kept>>,
): Batch[] {
  const batches = new Map<string, Batch>();
  for (const unit of units) {
    const kept = known.get(unit)!;
    if (kept.size === unit.rules.length) continue;
    const { scenario, playbook, scale, until, enrichments, rules: rulePaths } = unit.file;
    const asked = unit.file.batchEqualsStream;
    const key = canonicalJson([runKey(unit), [...enrichments], [...rulePaths], asked]);
    const run = { scenario, playbook, seed: unit.seed, scale, until, enrichments, rulePaths };
    const ask = { ...run, batch: asked };
    const batch = batches.get(key) ?? {
      ask: { ...ask, rules: [] },
      units: [],
      wanted: new Set<string>(),
    };
    batches.set(key, batch);
    batch.units.push(unit);
    for (const rule of unit.rules) if (!kept.has(rule.name)) batch.wanted.add(rule.name);
  }
  for (const batch of batches.values()) batch.ask = { ...batch.ask, rules: [...batch.wanted] };
  return [...batches.values()];
}

function outcomeOf(
  unit: Unit,
  kept: ReadonlyMap<string, Kept>,
  answer: Answer | null,
  seconds: number,
): Outcome {
  const rules = new Map(
    unit.rules.map(({ name }) => [name, kept.get(name)?.rule ?? answer!.rules[name]!]),
  );
  const run = answer?.run ?? [...kept.values()][0]!.run;
  return { run, rules, cached: new Set(kept.keys()), seconds };
}

function keptFor(unit: Unit, { cache, code }: Keeping): ReadonlyMap<string, Kept> {
  const found = new Map<string, Kept>();
  for (const rule of unit.rules) {
    const kept = cache?.get(ruleKey(unit, rule.key, code)) as Kept | undefined;
    if (kept !== undefined) found.set(rule.name, kept);
  }
  // Rules that bots react to are part of the run: they are evaluated together or not at all.
  return reactsToAlerts(unit.file.playbook) && found.size < unit.rules.length ? new Map() : found;
}

function keep(unit: Unit, answer: Answer, { cache, code }: Keeping): void {
  for (const { name, key } of unit.rules) {
    const rule = answer.rules[name];
    if (rule) cache?.put(ruleKey(unit, key, code), { run: answer.run, rule });
  }
}

/** Everything the world and its records are a function of. */
function runKey(unit: Unit): Canonical {
  const { scenario, playbook, scale, until } = unit.file;
  const rules = reactsToAlerts(unit.file.playbook) ? unit.rules.map((rule) => rule.key) : null;
  const team = playbook as unknown as Canonical;
  return { scenario: scenario.hash, playbook: team, seed: unit.seed, scale, until, rules };
}

function ruleKey(unit: Unit, rule: string, code: string): Canonical {
  const { enrichments, batchEqualsStream: batch } = unit.file;
  return { code, run: runKey(unit), enrichments: [...enrichments].sort(), batch, rule };
}
