import type { z } from 'zod';
import { closest } from '../closest.ts';
import type { Problem } from '../problem.ts';
import { keyPlace, partAt, type Located } from '../yaml/located.ts';

type Issue = z.core.$ZodIssue;

/** Known keys of the object at a path, for "did you mean". */
export type KnownKeys = (path: readonly PropertyKey[]) => readonly string[];

/** zod's issues as problems with places, in words for people. */
export function problemsOf(
  issues: readonly Issue[],
  root: Located,
  code: string,
  known?: KnownKeys,
): Problem[] {
  return issues.flatMap((issue) => problemsOfIssue(issue, root, code, known));
}

function problemsOfIssue(issue: Issue, root: Located, code: string, known?: KnownKeys): Problem[] {
  const name = issue.path.map(String).join('.') || 'the document';
  const part = partAt(root, issue.path);
  const at = { ...part.place, severity: 'error' as const };
  if (issue.code === 'unrecognized_keys') {
    const keys = known?.(issue.path) ?? [];
    return issue.keys.map((key) => {
      const near = closest(key, keys);
      const hint = near
        ? `did you mean "${near}"?`
        : keys.length > 0
          ? `known here: ${keys.join(', ')}`
          : 'take it out';
      const place = keyPlace(root, issue.path, key);
      return {
        ...place,
        severity: 'error',
        code: `${code}_KEY`,
        message: `unknown key "${key}"`,
        hint,
      };
    });
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return [unionProblem(issue, root, code, known)];
  if (isMissing(issue, root)) {
    return [
      {
        ...at,
        code: `${code}_MISSING`,
        message: `"${name}" is missing`,
        hint: `add it: ${wanted(issue)}`,
      },
    ];
  }
  const shown =
    part.kind === 'scalar' ? ` (it is ${JSON.stringify(part.value)?.slice(0, 60)})` : '';
  return [
    {
      ...at,
      code: `${code}_VALUE`,
      message: `"${name}" is not valid${shown}`,
      hint: wanted(issue),
    },
  ];
}

/** Of a union, the branch that fits best speaks: the one whose complaints are fewest and deepest. */
function unionProblem(
  issue: Issue & { code: 'invalid_union' },
  root: Located,
  code: string,
  known?: KnownKeys,
): Problem {
  const branches = issue.errors
    .filter((errors) => errors.length > 0)
    .map((errors) =>
      errors.map((each): Issue => ({ ...each, path: [...issue.path, ...each.path] })),
    );
  const strangers = branches.map((errors) =>
    errors.flatMap((each) =>
      each.code === 'unrecognized_keys' && each.path.length === issue.path.length ? each.keys : [],
    ),
  );
  const strange = strangers[0]?.find((key) => strangers.every((keys) => keys.includes(key)));
  if (strange !== undefined) {
    const unknown = {
      code: 'unrecognized_keys',
      keys: [strange],
      path: issue.path,
      message: '',
    } as Issue;
    return problemsOfIssue(unknown, root, code, known)[0]!;
  }
  const weight = (errors: Issue[]) =>
    errors.reduce(
      (sum, each) =>
        sum +
        (each.code === 'unrecognized_keys' ? each.keys.length * 2 : isMissing(each, root) ? 2 : 1),
      0,
    );
  const best = branches.reduce((a, b) => (weight(b) < weight(a) ? b : a));
  return problemsOfIssue(best[0]!, root, code, known)[0]!;
}

function isMissing(issue: Issue, root: Located): boolean {
  if (issue.path.length === 0) return false;
  const parent = partAt(root, issue.path.slice(0, -1));
  const last = String(issue.path.at(-1));
  return parent.kind === 'map' && !parent.entries.has(last);
}

function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `write ${issue.expected === 'int' ? 'a whole number' : article(issue.expected)}`;
    case 'invalid_value':
      return `write ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${String(issue.minimum)}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`;
    case 'too_big':
      return `at most ${String(issue.maximum)}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`;
    default:
      return issue.message;
  }
}

function article(kind: string): string {
  const words: Record<string, string> = {
    string: 'text',
    number: 'a number',
    array: 'a list',
    object: 'a map of keys and values',
    record: 'a map of keys and values',
    boolean: 'true or false',
  };
  return words[kind] ?? kind;
}
