import { toIso } from '@dwell/core';
import type { Expectation } from '@dwell/simulator';
import { shellWords } from '../shell-words.ts';
import { benignPerDay, type Facts, precisionOf, type RuleFacts, type RunFacts } from './facts.ts';
import { judge } from './judge.ts';
import type { Unit } from './plan.ts';
import type { AlertFigures, Case } from './report.ts';

/** What a unit's run came to: facts of every rule asked for, or why there are none. */
export type Outcome =
  | {
      run: RunFacts;
      rules: ReadonlyMap<string, RuleFacts>;
      cached: ReadonlySet<string>;
      seconds: number;
    }
  | { error: Error; seconds: number };

/** The cases of a unit: one for each expectation, one for alerts nobody expected, one for both engines where that is asked. */
export function casesOf(unit: Unit, outcome: Outcome): Case[] {
  const cases = unit.expect.map((one) => expectationCase(unit, one, outcome));
  if (unit.expected !== null) cases.push(unexpectedCase(unit, outcome, unit.expected));
  if (unit.file.batchEqualsStream) cases.push(batchCase(unit, outcome));
  return cases.map((each) => ({
    ...each,
    seconds: each.cached ? 0 : outcome.seconds / cases.length,
  }));
}

function expectationCase(unit: Unit, one: Expectation, outcome: Outcome): Case {
  const { file, seed } = unit;
  const same = unit.expect.filter((each) => each.rule === one.rule);
  const nth = same.length > 1 ? ` #${same.indexOf(one) + 1}` : '';
  const base = {
    name: `${one.rule}${nth} (seed ${seed})`,
    rule: one.rule,
    seed,
    line: one.place.line,
    seconds: 0,
    repeat: repeat(unit, one.rule),
  };
  if ('error' in outcome) return { ...base, ...failedToRun(outcome.error) };
  const facts: Facts = { run: outcome.run, rule: outcome.rules.get(one.rule)! };
  const checks = judge(one, facts, file.scenario.calendar);
  const wrong = checks.filter((check) => !check.ok);
  const message = wrong.map(
    ({ check, expected, got }) => `${check}: expected ${expected}, got ${got}`,
  );
  return {
    ...base,
    status: wrong.length > 0 ? 'failed' : 'passed',
    cached: outcome.cached.has(one.rule),
    checks,
    alerts: figures(unit, facts),
    message: wrong.length > 0 ? message.join('\n') : null,
  };
}

function unexpectedCase(unit: Unit, outcome: Outcome, expected: ReadonlySet<string>): Case {
  const { file } = unit;
  const base = caseOfFile(unit, 'unexpected');
  if ('error' in outcome) return { ...base, ...failedToRun(outcome.error) };
  const others = [...outcome.rules].filter(([name]) => !expected.has(name));
  const loud = others.filter(([, rule]) => rule.alerts > 0);
  const told = loud.map(([name, { alerts, trueAlerts, firstAt }]) => {
    const first = toIso(file.scenario.calendar, firstAt!);
    return `${name}: ${alerts} alert${alerts === 1 ? '' : 's'} (${trueAlerts} true), first ${first}`;
  });
  const ok = loud.length === 0 || file.unexpected === 'ignore';
  const bad = file.unexpected === 'warn' ? ('warned' as const) : ('failed' as const);
  return {
    ...base,
    status: ok ? 'passed' : bad,
    cached: others.length > 0 && others.every(([name]) => outcome.cached.has(name)),
    checks: [],
    alerts: null,
    message: ok ? null : [headline(loud.map(([name]) => name)), ...told].join('\n'),
  };
}

/** Says every rule the same over the stored records, in SQL, as it did when they were made? */
function batchCase(unit: Unit, outcome: Outcome): Case {
  const base = caseOfFile(unit, 'batch_equals_stream');
  if ('error' in outcome) return { ...base, ...failedToRun(outcome.error) };
  const differing = [...outcome.rules].filter(([, rule]) => rule.batchDifference !== null);
  const told = differing.map(([name, rule]) => `${name}: ${rule.batchDifference}`);
  const names = differing.map(([name]) => name).join(', ');
  const title = `batch_equals_stream: expected the same alerts from both engines, got others for ${names}`;
  return {
    ...base,
    status: differing.length === 0 ? 'passed' : 'failed',
    cached: outcome.rules.size > 0 && outcome.rules.size === outcome.cached.size,
    checks: [],
    alerts: null,
    message: differing.length === 0 ? null : [title, ...told].join('\n'),
  };
}

function caseOfFile(unit: Unit, name: string) {
  const { seed } = unit;
  return {
    name: `${name} (seed ${seed})`,
    rule: null,
    seed,
    line: 1,
    seconds: 0,
    repeat: repeat(unit, null),
  };
}

function headline(names: readonly string[]): string {
  return `unexpected: expected no alert of a rule that is not named, got alerts of ${names.join(', ')}`;
}

function failedToRun(
  error: Error,
): Pick<Case, 'status' | 'cached' | 'checks' | 'alerts' | 'message'> {
  return { status: 'error', cached: false, checks: [], alerts: null, message: error.message };
}

function figures({ file }: Unit, facts: Facts): AlertFigures {
  const { rule } = facts;
  const iso = (at: number | null) => (at === null ? null : toIso(file.scenario.calendar, at));
  return {
    count: rule.alerts,
    true: rule.trueAlerts,
    benign: rule.alerts - rule.trueAlerts,
    first_at: iso(rule.firstAt),
    first_true_at: iso(rule.firstTrueAt),
    records_lost_before_scaled: rule.lostBefore,
    precision: precisionOf(rule),
    recall: rule.recall,
    benign_per_day: benignPerDay(facts),
  };
}

function repeat({ file, seed }: Unit, rule: string | null): string {
  const narrow = rule === null ? [] : ['--rule', rule];
  return shellWords(['dwell', 'test', file.file, ...narrow, '--seed', String(seed)]);
}
