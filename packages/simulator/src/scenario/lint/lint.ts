import { DwellError } from '@dwell/core';
import { readJurisdiction } from '../../exercise/clocks/load-jurisdiction.ts';
import { partProblems } from '../../exercise/file/lay-in-parts.ts';
import { lintExercise } from '../../exercise/file/lint/lint-exercise.ts';
import { loadScenario, readScenario, shippedScenarios } from '../load.ts';
import { readPlaybook } from '../playbook.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { readText, type SourceText } from '../shipped.ts';
import { keyPlace, type Located } from '../yaml/located.ts';
import { parseYamlAll } from '../yaml/parse.ts';
import { filesOf } from './files-of.ts';
import { lintExpectations } from './lint-expectations.ts';
import { lintFieldMap } from './lint-field-map.ts';
import { lintHunt } from './lint-hunt.ts';
import { looksLikeRule, readsLikeRules, RuleLint } from './lint-rules.ts';

/** A `kind:` of file that people write, and what checks it. A new kind goes here. */
const LINTERS: { readonly [kind: string]: (source: SourceText, root: Located) => Problem[] } = {
  scenario: (source) => readScenario(source).problems,
  playbook: lintPlaybook,
  expectations: (source, root) => lintExpectations(root, source.path),
  exercise: (source) => lintExercise(source),
  'exercise-part': (_, root) => partProblems(root),
  jurisdiction: (source) => readJurisdiction(source).problems,
  'field-map': (source) => lintFieldMap(source.text, source.file),
};
const KINDS = Object.keys(LINTERS);
/** More than this of one file helps nobody. */
const PER_FILE_LIMIT = 100;

/**
 * Every problem of scenarios, playbooks, exercises, expectations, jurisdictions, field maps, hunts and
 * Sigma rules under the paths, in reading order. The `kind:` key tells which; a file with `detection:`,
 * `correlation:` or `filter:` holds rules. Errors: `FILE` when a path does not exist, `LINT_NOTHING`
 * when nothing is there to look at.
 */
export function lintPaths(paths: readonly string[]): Problem[] {
  const rules = new RuleLint();
  const problems = filesOf(paths).flatMap((file) => lintFile(file, rules).slice(0, PER_FILE_LIMIT));
  return sortProblems(onlyOnce([...problems, ...rules.together()]));
}

/** A part is found by itself and through each file that includes it. */
function onlyOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function lintFile(file: string, rules: RuleLint): Problem[] {
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
  if (readsLikeRules(source.text)) return rules.add(source.text, file);
  const { roots, problems } = parseYamlAll(source.text, file);
  if (problems.length > 0) return problems;
  if (roots.some(looksLikeRule)) return rules.add(source.text, file);
  const root = roots[0]!;
  const kind = root.kind === 'map' ? root.entries.get('kind')?.value : undefined;
  const name = kind?.kind === 'scalar' ? kind.value : undefined;
  const linter = typeof name === 'string' && Object.hasOwn(LINTERS, name) ? LINTERS[name] : null;
  return linter ? linter(source, root) : [unknownKind(root, name)];
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
