import { DwellError } from '@dwell/core';
import { loadScenario, readScenario, shippedScenarios } from '../load.ts';
import { readPlaybook } from '../playbook.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { readText, type SourceText } from '../shipped.ts';
import { keyPlace, type Located } from '../yaml/located.ts';
import { parseYamlAll } from '../yaml/parse.ts';
import { filesOf } from './files-of.ts';
import { lintExpectations } from './lint-expectations.ts';
import { lintHunt } from './lint-hunt.ts';
import { lintRule, looksLikeRule, ruleId } from './lint-rule.ts';

const KINDS = ['scenario', 'playbook', 'expectations'] as const;
/** More than this of one file helps nobody. */
const PER_FILE_LIMIT = 100;

type Rules = { count: number; first: Problem | null; ids: Map<string, string> };

/**
 * Every problem of scenarios, playbooks, expectations, hunts and rules under the paths, in reading
 * order. The `kind:` key tells which; of rules only YAML syntax and required keys are checked.
 * Errors: `FILE` when a path does not exist, `LINT_NOTHING` when nothing is there to look at.
 */
export function lintPaths(paths: readonly string[]): Problem[] {
  const rules: Rules = { count: 0, first: null, ids: new Map() };
  const problems = filesOf(paths).flatMap((file) => lintFile(file, rules).slice(0, PER_FILE_LIMIT));
  if (rules.first) {
    const message = `of ${rules.count} rule${rules.count > 1 ? 's' : ''} only syntax and required keys were checked`;
    problems.push({ ...rules.first, message });
  }
  return sortProblems(problems);
}

function lintFile(file: string, rules: Rules): Problem[] {
  let source: SourceText;
  try {
    source = { file, ...readText(file, file) };
  } catch (error) {
    if (!(error instanceof DwellError)) throw error;
    return [
      {
        file,
        line: 1,
        column: 1,
        code: error.code,
        severity: 'error',
        message: error.what,
        hint: error.todo,
      },
    ];
  }
  if (file.toLowerCase().endsWith('.sql')) return lintHunt(source.text, file);
  const { roots, problems } = parseYamlAll(source.text, file);
  if (problems.length > 0) return problems;
  if (roots.every(looksLikeRule))
    return roots.flatMap((root) => [...lintRule(root), ...duplicates(root, rules)]);
  const root = roots[0]!;
  const kind = root.kind === 'map' ? root.entries.get('kind')?.value : undefined;
  const name = kind?.kind === 'scalar' ? kind.value : undefined;
  if (name === 'scenario') return readScenario(source).problems;
  if (name === 'playbook') return lintPlaybook(source);
  if (name === 'expectations') return lintExpectations(root, source.path);
  return [unknownKind(root, name)];
}

/** Its shape; and what it refers to, which must fit one shipped scenario at least (a warning if not). */
function lintPlaybook(source: SourceText): Problem[] {
  const { problems } = readPlaybook(source, null);
  if (problems.length > 0) return problems;
  const perScenario = shippedScenarios().map(
    (name) => readPlaybook(source, loadScenario(name)).problems,
  );
  if (perScenario.some((each) => each.length === 0)) return [];
  return perScenario[0]!.map((problem) => ({ ...problem, severity: 'warning' }));
}

function unknownKind(root: Located, name: unknown): Problem {
  const hint = `write kind: ${KINDS.join(', kind: ')}; or detection: for a rule`;
  if (name === undefined) {
    return {
      ...root.place,
      code: 'LINT_KIND',
      severity: 'error',
      message: 'nothing says what this file is',
      hint,
    };
  }
  const place = keyPlace(root, [], 'kind');
  return {
    ...place,
    code: 'LINT_KIND',
    severity: 'error',
    message: `unknown kind "${String(name).slice(0, 60)}"`,
    hint,
  };
}

function duplicates(root: Located, rules: Rules): Problem[] {
  rules.count += 1;
  const hint = 'a full check needs a rule engine, which this version has not';
  rules.first ??= { ...root.place, code: 'RULE_PARTLY', severity: 'warning', message: '', hint };
  const found = ruleId(root);
  if (!found) return [];
  const other = rules.ids.get(found.id);
  if (other === undefined) {
    rules.ids.set(found.id, root.place.file);
    return [];
  }
  const message = `the id ${found.id} stands in ${other} too`;
  return [
    {
      ...found.place,
      code: 'RULE_DUPLICATE',
      severity: 'warning',
      message,
      hint: 'give each rule its own id',
    },
  ];
}
