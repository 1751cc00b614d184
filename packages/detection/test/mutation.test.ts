// Goal: the rules and events that the generators make tell a wrong engine from a right one: each of a
// list of mistakes, put into the reference, must give another answer on some of them.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlationSet } from './generate/correlation.ts';
import { event } from './generate/event.ts';
import { PLACEHOLDERS } from './generate/field-item.ts';
import { rule } from './generate/rule.ts';
import { LATE_MS, timeline } from './generate/timeline.ts';
import { loadMutant } from './mutation/load-mutant.ts';
import { CORRELATION_MUTANTS, type Mutant, RULE_MUTANTS } from './mutation/mutants.ts';
import type { Plain } from './reference/documents.ts';
import { evaluate } from './reference/evaluate.ts';
import type { JsonObject } from './reference/event.ts';

type Sample = readonly [documents: readonly Plain[], events: readonly JsonObject[]];
const OPTIONS = { timeField: 'time', lateMs: LATE_MS, placeholders: PLACEHOLDERS };
const SETS = 160;

/** How many of the samples a mistake changes the answer to, up to the first; sees them in order. */
function caughtAt(samples: readonly Sample[], right: string[], wrong: typeof evaluate): number {
  return samples.findIndex(
    ([documents, events], i) => answer(wrong, documents, events) !== right[i],
  );
}

function answer(by: typeof evaluate, documents: readonly Plain[], events: readonly JsonObject[]) {
  return JSON.stringify(by(documents, events, OPTIONS));
}

function mutants(list: readonly Mutant[], samples: readonly Sample[]): void {
  const right = samples.map(([documents, events]) => answer(evaluate, documents, events));
  test.each(list)('$mistake', async (mutant) => {
    const wrong = await loadMutant(mutant);
    expect(caughtAt(samples, right, wrong)).toBeGreaterThanOrEqual(0);
  });
}

describe('rules', () => {
  const rules = fc.array(rule, { minLength: 8, maxLength: 8 });
  const events = fc.array(event, { minLength: 30, maxLength: 30 });
  mutants(RULE_MUTANTS, fc.sample(fc.tuple(rules, events), { seed: 42, numRuns: SETS }));
});

describe('correlations', () => {
  const samples = fc.tuple(correlationSet, timeline(40));
  mutants(CORRELATION_MUTANTS, fc.sample(samples, { seed: 42, numRuns: SETS }));
});
