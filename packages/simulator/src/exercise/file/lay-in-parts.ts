import { dirname, join, resolve } from 'node:path';
import type { Problem } from '../../scenario/problem.ts';
import { problemsOf } from '../../scenario/schema/issues.ts';
import { knownKeys } from '../../scenario/schema/known-keys.ts';
import { readText, type SourceText } from '../../scenario/shipped.ts';
import { type Located, partAt, plain } from '../../scenario/yaml/located.ts';
import { parseYaml } from '../../scenario/yaml/parse.ts';
import { ExercisePartFile } from './exercise-schema.ts';

const PARTS_LIMIT = 20;
const LISTS = ['injects', 'decisions', 'cards', 'objectives'] as const;
const keysAt = knownKeys(ExercisePartFile);

type Read = { root: Located | null; problems: Problem[] };

/**
 * Text of an exercise as one tree: the lists of each part that it includes stand after its own, and
 * every part of the tree keeps its place in the file it came from. Paths are relative to the file.
 */
export function layInParts(source: SourceText): Read {
  const { root, problems } = parseYaml(source.text, source.file);
  if (!root || problems.length > 0) return { root: null, problems };
  if (root.kind !== 'map') return fail(root, 'an exercise is a map of keys and values');
  const include = root.entries.get('include')?.value;
  if (!include) return { root, problems: [] };
  if (include.kind !== 'list') return { root, problems: [] }; // The schema says so.
  let whole: Located = root;
  for (const item of include.items.slice(0, PARTS_LIMIT)) {
    const part = readPart(item, source);
    if (!part.root || part.problems.length > 0) return part;
    whole = append(whole, part.root);
  }
  return { root: whole, problems: [] };
}

/** Shape of a part by itself. */
export function partProblems(root: Located): Problem[] {
  const checked = ExercisePartFile.safeParse(plain(root));
  return checked.success ? [] : problemsOf(checked.error.issues, root, 'EXERCISE', keysAt);
}

function readPart(item: Located, source: SourceText): Read {
  const name = item.kind === 'scalar' && typeof item.value === 'string' ? item.value : null;
  if (name === null) return { root: null, problems: [] };
  const path = resolve(dirname(source.path), name);
  // As the exercise itself is named: beside its path, or alone if it is a shipped name.
  const shown = join(dirname(source.file), name);
  let text: string;
  try {
    text = readText(path, shown).text;
  } catch (error) {
    const { what } = error as { what?: string };
    if (what === undefined) throw error;
    return fail(
      item,
      `"include" leads nowhere: ${what} "${name}"`,
      'paths are relative to the file',
    );
  }
  const { root, problems } = parseYaml(text, shown);
  if (!root || problems.length > 0) return { root: null, problems };
  const shape = partProblems(root);
  return { root: shape.length > 0 ? null : root, problems: shape };
}

function append(whole: Located, part: Located): Located {
  if (whole.kind !== 'map' || part.kind !== 'map') return whole;
  const entries = new Map(whole.entries);
  for (const name of LISTS) {
    const more = part.entries.get(name);
    if (more?.value.kind !== 'list') continue;
    const own = entries.get(name);
    const items = own?.value.kind === 'list' ? own.value.items : [];
    const place = own?.value.place ?? more.value.place;
    const value: Located = { kind: 'list', place, items: [...items, ...more.value.items] };
    entries.set(name, { key: own?.key ?? more.key, value });
  }
  return { kind: 'map', place: whole.place, entries };
}

function fail(at: Located, message: string, hint = 'start with kind: exercise'): Read {
  const place = partAt(at, []).place;
  const problem: Problem = { ...place, code: 'EXERCISE_VALUE', severity: 'error', message, hint };
  return { root: null, problems: [problem] };
}
