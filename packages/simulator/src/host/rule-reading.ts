import { badInput } from '@dwell/core';
import { fieldsOf } from '@dwell/detection';
import { TABLES } from '@dwell/telemetry';
import type { DetectionRule } from '../detection/detection-rule.ts';
import { readRules } from '../detection/rule-set.ts';
import type { RuleProblem } from '../router/types.ts';
import type { Problem } from '../scenario/problem.ts';

/** A text as it was read. */
export type RuleReading = {
  /** What alerts; null when the text has an error. */
  rule: DetectionRule | null;
  problems: readonly RuleProblem[];
  /** Columns it reads that are empty without a control. */
  bought: readonly { column: string; control: string }[];
};

const KEPT_MAX = 300;
const kept = new Map<string, RuleReading>();

/** Reads a rule's text over the shop's tables; the same text is read once. Never throws for what the text says. */
export function readRule(text: string): RuleReading {
  const known = kept.get(text);
  if (known) return known;
  const reading = read(text);
  kept.set(text, reading);
  if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value!);
  return reading;
}

/** The rule of a text. Errors: `RULE_TEXT` with the first problem and its place. */
export function ruleOf(text: string): DetectionRule {
  const { rule, problems } = readRule(text);
  if (rule) return rule;
  const { line, column, message, hint } = problems.find(({ severity }) => severity === 'error')!;
  throw badInput('RULE_TEXT', message, `line ${line}, column ${column}`, hint);
}

function read(text: string): RuleReading {
  const { rules, problems } = readText(text);
  const told = problems.map(shown);
  const failed = told.some(({ severity }) => severity === 'error') || rules.length > 1;
  // The last document speaks for the text: what stands before it serves it.
  const rule = failed ? null : (rules.at(-1) ?? null);
  if (!failed && !rule) told.push(NOTHING);
  if (rules.length > 1) told.push(several(rules.map(({ name }) => name)));
  return { rule, problems: told, bought: rule ? boughtColumns(rule) : [] };
}

const NOTHING: RuleProblem = {
  code: 'RULE_EMPTY',
  severity: 'error',
  message: 'there is no rule here',
  hint: 'write a rule with logsource and detection, or a correlation',
  line: 1,
  column: 1,
};

function several(names: readonly string[]): RuleProblem {
  return {
    ...NOTHING,
    code: 'RULE_MANY',
    message: `there is more than one rule here: ${names.join(', ')}`,
    hint: 'keep one that alerts; what others correlate does not alert unless it says generate: true',
  };
}

function readText(text: string): ReturnType<typeof readRules> {
  try {
    return readRules([{ file: 'rule', text }]);
  } catch (error) {
    const { code, what, todo } = error as { code?: unknown; what?: unknown; todo?: unknown };
    if (typeof code !== 'string' || typeof what !== 'string') throw error;
    const place = { file: 'rule', line: 1, column: 1, severity: 'error' as const };
    return { rules: [], problems: [{ ...place, code, message: what, hint: String(todo) }] };
  }
}

function shown({ code, severity, message, hint, line, column }: Problem): RuleProblem {
  return { code, severity, message, hint, line, column };
}

function boughtColumns({ linked }: DetectionRule): RuleReading['bought'] {
  const found = new Map<string, string>();
  const look = (table: string | undefined, names: readonly string[]) => {
    for (const { name, enrichment } of TABLES.find((each) => each.name === table)?.columns ?? [])
      if (enrichment !== undefined && names.includes(name)) found.set(name, enrichment);
  };
  for (const { rule, correlation, members } of linked.detections) {
    if (rule) look(rule.logSource.service, fieldsOf(rule.condition));
    members?.forEach((member, i) => {
      const fields = [...correlation.groupFields[i]!, correlation.valueFields[i] ?? ''];
      look(linked.detections[member]!.rule?.logSource.service, fields);
    });
  }
  return [...found].map(([column, control]) => ({ column, control }));
}
