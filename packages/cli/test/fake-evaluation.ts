import { DAY_MS } from '@dwell/core';
import type { Answer, Ask, Evaluation } from '../src/expect/evaluation.ts';
import type { RuleFacts } from '../src/expect/facts.ts';

export const FIRST_AT = 134 * DAY_MS;

/** Facts of a rule that does what it should: one true alert as the attack begins. */
export function factsOf(changes: Partial<RuleFacts> = {}): RuleFacts {
  return {
    alerts: 1,
    trueAlerts: 1,
    firstAt: FIRST_AT,
    firstTrueAt: FIRST_AT,
    lostBefore: 30_000,
    recall: 1,
    benignGroups: [],
    batchDifference: null,
    ...changes,
  };
}

export const SILENT: Partial<RuleFacts> = {
  alerts: 0,
  trueAlerts: 0,
  firstAt: null,
  firstTrueAt: null,
  lostBefore: null,
  recall: 0,
};

/** An evaluation that answers from a table; `asked` records what it was asked to run. */
export function fakeEvaluation(
  table: { [rule: string]: RuleFacts },
  options: { keys?: { [rule: string]: string }; fail?: Error } = {},
): Evaluation & { asked: Ask[] } {
  const asked: Ask[] = [];
  const answerOf = (ask: Ask): Answer => ({
    run: { days: 354, lost: 33_670_000 },
    rules: Object.fromEntries(ask.rules.map((name) => [name, table[name]!])),
  });
  return {
    asked,
    code: () => 'code',
    open: () => ({
      rules: Object.keys(table).map((name) => ({ name, key: options.keys?.[name] ?? name })),
      refused: [],
    }),
    answer(asks, { done, onProgress }) {
      for (const ask of asks) {
        asked.push(ask);
        onProgress(0.5);
        done(ask, options.fail ?? answerOf(ask), 2);
      }
      return Promise.resolve();
    },
  };
}
