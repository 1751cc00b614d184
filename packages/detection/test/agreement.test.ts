// Goal: the reference, the stream and DuckDB give the same answer for any rules and events.
import * as fc from 'fast-check';
import { test } from 'vitest';
import { agree } from './agreement/agree.ts';
import { correlationSet } from './generate/correlation.ts';
import { event } from './generate/event.ts';
import { rule } from './generate/rule.ts';
import { writing } from './generate/rule-text.ts';
import { timeline } from './generate/timeline.ts';
import type { Plain } from './reference/documents.ts';

/** Sets of rules to try; a nightly run may ask for many more. */
const RUNS = Number(process.env['DETECTION_RUNS'] ?? 40);
// What fails is made small by `agree`, which knows what a rule set is.
const PARAMETERS = { numRuns: RUNS, endOnFailure: true };
const LIMIT_MS = 20_000 + RUNS * 1000;

test(
  'rules',
  async () => {
    const rules = fc
      .array(rule, { minLength: 8, maxLength: 8 })
      .map((all) => all.map((one, i): Plain => ({ ...one, name: `rule_${i}` })));
    const events = fc.array(event, { minLength: 30, maxLength: 40 });
    await fc.assert(fc.asyncProperty(rules, events, writing, agree), PARAMETERS);
  },
  LIMIT_MS,
);

test(
  'correlations',
  async () => {
    await fc.assert(fc.asyncProperty(correlationSet, timeline(40), writing, agree), PARAMETERS);
  },
  LIMIT_MS,
);
