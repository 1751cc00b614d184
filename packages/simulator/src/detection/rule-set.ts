import { readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { badInput } from '@dwell/core';
import { link, parseRules, type Document } from '@dwell/detection';
import { throwFirst, type Problem } from '../scenario/problem.ts';
import { readText, shippedFolder } from '../scenario/shipped.ts';
import { checkFields } from './check-fields.ts';
import { detectionRules, type DetectionRule } from './detection-rule.ts';
import { scaleRule } from './scale-rule.ts';

export type RuleText = { file: string; text: string };
export type ReadRules = { rules: DetectionRule[]; problems: Problem[] };

/**
 * Reads rules, correlations and filters of one or more files together, over the shop's log tables.
 * Every problem is told; a rule with an error is left out.
 */
export function readRules(sources: readonly RuleText[]): ReadRules {
  const documents: Document[] = [];
  const problems: Problem[] = [];
  for (const { text, file } of sources) {
    const parsed = parseRules(text, file);
    documents.push(...parsed.documents);
    problems.push(...parsed.problems);
  }
  const { linked, problems: unlinked } = link(documents, { references: 'error' });
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  problems.push(...unlinked, ...checkFields(linked, texts));
  const rules = detectionRules(linked, texts);
  problems.push(...sameNames(rules));
  return { rules, problems };
}

function sameNames(rules: readonly DetectionRule[]): Problem[] {
  const seen = new Map<string, DetectionRule>();
  const problems: Problem[] = [];
  for (const rule of rules) {
    const first = seen.get(rule.name);
    if (!first) seen.set(rule.name, rule);
    else {
      problems.push({
        file: rule.file,
        line: 1,
        column: 1,
        code: 'RULE_NAME',
        severity: 'error',
        message: `"${rule.name}" is the name of a rule in ${first.file} too`,
        hint: 'give one of them another name',
      });
    }
  }
  return problems;
}

/** Rules of `shipped`, or of a file or folder (with its subfolders). Errors (exit 2): `FILE`, or the first problem with its place. */
export function loadRules(where: string, base = '.'): DetectionRule[] {
  const { rules, problems } = readRules(ruleTexts(where, base));
  throwFirst(problems);
  return rules.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Texts of the rule files at a place, in the order of their names. Errors: `FILE`. */
export function ruleTexts(where: string, base = '.'): RuleText[] {
  const path = where === 'shipped' ? shippedFolder('rules') : resolve(base, where);
  const shown = where === 'shipped' ? 'rules' : where;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw badInput('FILE', 'no such file or folder', shown, 'check the path');
  if (!stat.isDirectory()) return [{ file: shown, text: readText(path, shown).text }];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => ['.yml', '.yaml'].includes(extname(name)))
    .sort();
  if (names.length === 0)
    throw badInput('FILE', 'no rules (*.yml) in this folder', shown, 'name another folder');
  return names.map((name) => {
    const file = where === 'shipped' ? name : join(shown, name);
    return { file, text: readText(join(path, name), file).text };
  });
}

/** Rules at 1:`scale`; those that say nothing at that scale are told as problems. */
export function scaleRules(
  rules: readonly DetectionRule[],
  scale: number,
): { rules: DetectionRule[]; problems: Problem[] } {
  const scaled: DetectionRule[] = [];
  const problems: Problem[] = [];
  for (const rule of rules) {
    const { rule: result, problem } = scaleRule(rule, scale);
    if (result) scaled.push(result);
    if (problem === null) continue;
    problems.push({
      file: rule.file,
      ...(rule.linked.detections.at(-1)!.correlation?.position ?? { line: 1, column: 1 }),
      code: 'RULE_SCALE',
      severity: 'error',
      message: `${rule.name}: ${problem}`,
      hint: 'raise the threshold, lengthen the timespan, or run at a finer scale',
    });
  }
  return { rules: scaled, problems };
}
