import { badInput } from '@dwell/core';
import {
  type Document,
  link,
  type Linked,
  type LinkedDetection,
  parseRules,
  type Problem,
} from '@dwell/detection';
import { placeOf, ruleTexts } from '@dwell/simulator';

/** A rule with an error: what its file says of it, and the first thing wrong. */
export type RefusedRule = {
  id: string | null;
  title: string | null;
  file: string;
  /** Lines of its document: the first and the last. */
  fromLine: number;
  toLine: number;
  code: string;
  message: string;
};

export type RuleInput = {
  linked: Linked;
  refused: readonly RefusedRule[];
  /** Files in the order in which they were named. */
  files: readonly string[];
  /** Every problem, warnings too. */
  problems: readonly Problem[];
};

/** What makes a file of a folder a rule file; files named by themselves are always one. */
const RULE_KEY = /^(detection|correlation|filter)\s*:/m;

/**
 * Reads rules, correlations and filters of files and folders together. A rule with an error is refused
 * and the others go on. Errors (exit 2): `FILE`; when nothing is left, the code of the first problem.
 */
export function readRules(paths: readonly string[]): RuleInput {
  const texts = new Map<string, string>();
  for (const path of paths) {
    for (const { file, text } of ruleTexts(path)) {
      if (file === path || RULE_KEY.test(text)) texts.set(file, text);
    }
  }
  const documents: Document[] = [];
  const problems: Problem[] = [];
  for (const [file, text] of texts) {
    const parsed = parseRules(text, file);
    documents.push(...parsed.documents);
    problems.push(...parsed.problems);
  }
  const { linked, problems: unlinked } = link(documents, { references: 'error' });
  problems.push(...unlinked);
  const refused = refusedRules(problems, texts);
  const usable = linked.detections.filter((each) => !isRefused(each, refused));
  if (usable.length === 0) throw nothingLeft(problems, paths);
  return { linked, refused, files: [...texts.keys()], problems };
}

/** Whether a detection is of a document with an error, such as an id that another has too. */
export function isRefused(
  { rule, correlation }: LinkedDetection,
  refused: readonly RefusedRule[],
): boolean {
  const { file, position } = rule ?? correlation;
  return refused.some(
    (one) => one.file === file && one.fromLine <= position.line && position.line <= one.toLine,
  );
}

function nothingLeft(problems: readonly Problem[], paths: readonly string[]) {
  const first = problems.find(({ severity }) => severity === 'error');
  const where = paths.join(', ').slice(0, 200);
  if (!first)
    return badInput('FILE', 'there is no rule', where, 'name files or folders with rules');
  const what = `no rule can be used: ${first.message}`;
  return badInput(first.code, what, placeOf(first), first.hint);
}

/** One for each document with an error. */
function refusedRules(
  problems: readonly Problem[],
  texts: ReadonlyMap<string, string>,
): RefusedRule[] {
  const refused = new Map<string, RefusedRule>();
  for (const { severity, file, line, column, code, message, hint } of problems) {
    if (severity !== 'error') continue;
    const document = documentAt(texts.get(file) ?? '', line);
    const key = `${file}:${document.fromLine}`;
    if (refused.has(key)) continue;
    const whole = `${file}:${line}:${column}: ${message} · ${hint}`;
    refused.set(key, { ...document, file, code, message: whole });
  }
  return [...refused.values()];
}

/** The document around a line, and what it says its id and title are, though it may be no rule. */
function documentAt(text: string, line: number) {
  const lines = text.split('\n');
  const marks = lines.flatMap((each, i) => (/^---(\s|$)/.test(each) ? [i + 1] : []));
  const fromLine = marks.findLast((mark) => mark <= line) ?? 1;
  const toLine = (marks.find((mark) => mark > line) ?? lines.length + 1) - 1;
  const own = lines.slice(fromLine - 1, toLine).join('\n');
  const value = (key: string) => {
    const found = new RegExp(`^${key}\\s*:[ \\t]*(.+?)[ \\t\\r]*$`, 'm').exec(own)?.[1];
    return found === undefined ? null : found.replace(/^(["'])(.*)\1$/, '$2').slice(0, 300);
  };
  return { fromLine, toLine, id: value('id'), title: value('title') };
}
