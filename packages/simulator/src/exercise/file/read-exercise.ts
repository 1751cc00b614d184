import { dirname } from 'node:path';
import { loadScenario, readScenario } from '../../scenario/load.ts';
import type { Problem } from '../../scenario/problem.ts';
import { problemsOf } from '../../scenario/schema/issues.ts';
import { knownKeys } from '../../scenario/schema/known-keys.ts';
import { readSource, type SourceText } from '../../scenario/shipped.ts';
import type { Inject, Scenario } from '../../scenario/types.ts';
import { type Located, plain } from '../../scenario/yaml/located.ts';
import { jurisdictionsAt } from '../clocks/load-jurisdiction.ts';
import type { ExerciseDecision, ExerciseInject, ExercisePlan } from '../types.ts';
import { type DecisionFile, ExerciseFile } from './exercise-schema.ts';
import { layInParts } from './lay-in-parts.ts';
import { MomentReader } from './moment-reader.ts';
import { Names } from './names.ts';
import { ProblemList } from './problem-list.ts';
import type { Reader } from './reader.ts';
import { resolveCard } from './resolve-card.ts';
import { resolveCondition } from './resolve-condition.ts';
import { resolveInject } from './resolve-inject.ts';
import { resolveOptions } from './resolve-options.ts';
import type { Role } from '../../scenario/roles.ts';

/** An exercise file, read: its plan at full length, and what its other lengths need. */
export type ExerciseSource = {
  /** As the file names it. */
  scenario: string;
  plan: ExercisePlan;
  /** Injects that stay in the lightning length. */
  core: readonly string[];
  /** Minutes by length. */
  lengths: { readonly [length in 'lightning' | 'full' | 'half-day' | 'homework']: number };
};

export type ReadExercise = {
  exercise: ExerciseSource | null;
  problems: Problem[];
  /** The whole tree, for those who look further. */
  root: Located | null;
  file: ExerciseFile | null;
  /** What it was resolved against. */
  world: Scenario | null;
};

const keysAt = knownKeys(ExerciseFile);

/**
 * Reads an exercise's text with its parts to the end and gathers every problem. Without a scenario
 * it is resolved against the one that it names.
 */
export function readExercise(source: SourceText, scenario: Scenario | null = null): ReadExercise {
  const nothing = { exercise: null, root: null, file: null, world: null };
  const { root, problems } = layInParts(source);
  if (!root || problems.length > 0) return { ...nothing, problems };
  const checked = ExerciseFile.safeParse(plain(root));
  if (!checked.success)
    return { ...nothing, problems: problemsOf(checked.error.issues, root, 'EXERCISE', keysAt) };
  const file = checked.data;
  const list = new ProblemList(root);
  const world = scenario ?? scenarioOf(file.scenario, source, list);
  if (!world) return { ...nothing, problems: list.problems };
  const plan = resolvePlan(file, world, list);
  const core = (file.injects ?? []).filter((each) => each.core).map((each) => each.id);
  const whole = !list.problems.some((problem) => problem.severity === 'error');
  const exercise = { scenario: file.scenario, plan, core, lengths: lengthsOf(file) };
  return { exercise: whole ? exercise : null, problems: list.problems, root, file, world };
}

function scenarioOf(name: string, source: SourceText, list: ProblemList): Scenario | null {
  try {
    if (!/[\\/.]/.test(name)) return loadScenario(name);
    const read = readScenario(readSource(name, 'scenarios', 'scenario', dirname(source.path)));
    if (read.scenario) return read.scenario;
    const first = read.problems[0]!;
    list.add(['scenario'], `the scenario "${name}" is wrong: ${first.message}`, first.hint);
  } catch (error) {
    const { what, todo } = error as { what?: string; todo?: string };
    if (what === undefined) throw error;
    list.add(['scenario'], what, todo ?? '', { code: 'EXERCISE_REFERENCE' });
  }
  return null;
}

function lengthsOf({ minutes, lengths }: ExerciseFile): ExerciseSource['lengths'] {
  return {
    lightning: lengths?.lightning ?? Math.round(minutes / 3),
    full: minutes,
    'half-day': lengths?.['half-day'] ?? Math.round((minutes * 8) / 3),
    homework: lengths?.homework ?? minutes * 48,
  };
}

function resolvePlan(file: ExerciseFile, scenario: Scenario, list: ProblemList): ExercisePlan {
  const moments = new MomentReader(file, scenario, list);
  const reader: Reader = { moments, names: new Names(file, scenario, list), list };
  const injects = (file.injects ?? []).map((inject, i) =>
    resolveInject(inject, ['injects', i], reader),
  );
  const { name, title, summary, mode, minutes } = file;
  return {
    name,
    title,
    summary,
    mode,
    minutes,
    phases: moments.phases,
    injects: withScenarioInjects(injects, scenario),
    decisions: (file.decisions ?? []).map((one, i) =>
      resolveDecision(one, ['decisions', i], reader),
    ),
    cards: (file.cards ?? []).map((card, i) => resolveCard(card, ['cards', i], reader)),
    objectives: file.objectives ?? [],
    jurisdictions: jurisdictionsOf(file, scenario, list),
    ...(file.command && { command: commandOf(file.command, reader) }),
    opening: [],
  };
}

function commandOf(
  { inject, option }: NonNullable<ExerciseFile['command']>,
  { names }: Reader,
): NonNullable<ExercisePlan['command']> {
  names.check('inject', inject, ['command'], option);
  return { inject, option };
}

function jurisdictionsOf(file: ExerciseFile, scenario: Scenario, list: ProblemList): string[] {
  const names = file.jurisdictions ?? [];
  names.forEach((name, i) => {
    try {
      jurisdictionsAt([name], scenario.calendar, scenario.starts[file.mode]);
    } catch (error) {
      const { what, todo } = error as { what?: string; todo?: string };
      if (what === undefined) throw error;
      list.add(['jurisdictions', i], what, todo ?? '', { code: 'EXERCISE_REFERENCE' });
    }
  });
  return names;
}

/**
 * The scenario's own injects up to the first mail are part of every exercise on it: the world sends
 * them, and the plan says what they are. One that the file describes keeps the file's words.
 */
function withScenarioInjects(
  injects: readonly ExerciseInject[],
  scenario: Scenario,
): ExerciseInject[] {
  const sent = scenario.injects.filter((inject) => inject.at <= scenario.starts.crisis);
  const trigger = (id: string): ExerciseInject['trigger'] => ({
    when: { inject: id, is: 'sent' },
    after: 0,
  });
  const own = injects.map((inject) =>
    sent.some((each) => each.dayZero && each.id === inject.id)
      ? { ...inject, trigger: trigger(inject.id), dayZero: true }
      : inject,
  );
  const known = new Set(own.map((inject) => inject.id));
  const more = sent.filter((inject) => !known.has(inject.id));
  return [...more.map((inject) => plainInject(inject, trigger(inject.id))), ...own];
}

function plainInject(inject: Inject, trigger: ExerciseInject['trigger']): ExerciseInject {
  const { at: _, to, ...rest } = inject;
  const nothing = { options: [], met: null, within: null, missed: [], hints: [], objectives: [] };
  return { ...rest, ...nothing, to: [to as Role], trigger, matters: true };
}

function resolveDecision(
  file: DecisionFile,
  path: readonly PropertyKey[],
  reader: Reader,
): ExerciseDecision {
  const { id, title, question, roles } = file;
  (file.objectives ?? []).forEach((name, i) => {
    reader.names.check('objective', name, [...path, 'objectives', i]);
  });
  return {
    id,
    title,
    question,
    roles,
    approvers: file.approvers ?? [],
    options: resolveOptions(file.options, [...path, 'options'], reader),
    open: file.open ? resolveCondition(file.open, [...path, 'open'], reader) : null,
    objectives: file.objectives ?? [],
  };
}
