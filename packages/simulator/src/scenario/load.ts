import { dirname } from 'node:path';
import { withOverrides } from './knob-values.ts';
import { normalise, withKnobs } from './normalise.ts';
import { type Problem, throwFirst } from './problem.ts';
import { problemsOf } from './schema/issues.ts';
import { knownKeys } from './schema/known-keys.ts';
import { ScenarioFile } from './schema/scenario-schema.ts';
import { readSource, shippedNames, type SourceText } from './shipped.ts';
import type { Scenario } from './types.ts';
import { type Located, partAt, plain } from './yaml/located.ts';
import { mergeLocated } from './yaml/merge.ts';
import { parseYaml } from './yaml/parse.ts';

const EXTENDS_LIMIT = 4;
const keysAt = knownKeys(ScenarioFile);

/** Names of the scenarios that come with the package. */
export function shippedScenarios(): string[] {
  return shippedNames('scenarios');
}

/**
 * A shipped scenario by name, or one of a YAML file by path, with knob overrides applied.
 * Errors (exit 2): `NO_SUCH`, `FILE`, `KNOB`, or the first problem of the file with its place.
 */
export function loadScenario(
  nameOrPath: string,
  options: { set?: { readonly [knob: string]: number | string } } = {},
): Scenario {
  const { scenario, problems } = readScenario(readSource(nameOrPath, 'scenarios', 'scenario'));
  throwFirst(problems);
  if (!options.set || Object.keys(options.set).length === 0) return scenario!;
  return withKnobs(scenario!, withOverrides(scenario!.knobs, options.set, '--set'));
}

/** Reads a scenario's text to the end and gathers every problem instead of throwing the first. */
export function readScenario(source: SourceText): {
  scenario: Scenario | null;
  problems: Problem[];
} {
  const { root, problems } = resolveExtends(source, []);
  if (!root || problems.length > 0) return { scenario: null, problems };
  const checked = ScenarioFile.safeParse(plain(root));
  if (!checked.success) {
    return { scenario: null, problems: problemsOf(checked.error.issues, root, 'SCENARIO', keysAt) };
  }
  return normalise(checked.data, root);
}

function resolveExtends(
  source: SourceText,
  seen: readonly string[],
): { root: Located | null; problems: Problem[] } {
  const { root, problems } = parseYaml(source.text, source.file);
  if (!root || root.kind !== 'map') {
    const place = root?.place ?? { file: source.file, line: 1, column: 1 };
    const message = 'a scenario is a map of keys and values';
    const shape: Problem = {
      ...place,
      code: 'SCENARIO_VALUE',
      severity: 'error',
      message,
      hint: 'start with kind: scenario',
    };
    return { root: null, problems: problems.length > 0 ? problems : [shape] };
  }
  const link = root.entries.get('extends')?.value;
  if (!link) return { root, problems };
  const fail = (message: string, hint: string) => ({
    root: null,
    problems: [
      {
        ...partAt(root, ['extends']).place,
        code: 'SCENARIO_EXTENDS',
        severity: 'error' as const,
        message,
        hint,
      },
    ],
  });
  if (link.kind !== 'scalar' || typeof link.value !== 'string')
    return fail('"extends" is not a name', 'write a scenario or a file');
  const chain = [...seen, source.path];
  if (chain.length > EXTENDS_LIMIT)
    return fail('"extends" goes round or too deep', `keep to ${EXTENDS_LIMIT} files`);
  let parentSource: SourceText;
  try {
    parentSource = readSource(link.value, 'scenarios', 'scenario', dirname(source.path));
  } catch (error) {
    const { what, todo } = error as { what?: string; todo?: string };
    if (what === undefined) throw error;
    return fail(`"extends" leads nowhere: ${what}`, todo ?? '');
  }
  const parent = resolveExtends(parentSource, chain);
  if (!parent.root || parent.problems.length > 0) return parent;
  return { root: mergeLocated(parent.root, root), problems: [] };
}
