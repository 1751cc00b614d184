import type { Problem } from '../problem.ts';
import type { Located } from '../yaml/located.ts';

const KINDS = ['detection', 'correlation', 'filter'] as const;

/** Is this document a Sigma rule, correlation or filter? */
export function looksLikeRule(root: Located): boolean {
  return root.kind === 'map' && KINDS.some((key) => root.entries.has(key));
}

/** Required top-level keys of a Sigma document (v2.1.0). What stands inside them is not looked at. */
export function lintRule(root: Located): Problem[] {
  if (root.kind !== 'map') return [];
  const needed = root.entries.has('detection')
    ? ['title', 'logsource', 'detection']
    : root.entries.has('filter')
      ? ['title', 'logsource', 'filter']
      : ['title', 'correlation'];
  const problems: Problem[] = [];
  const add = (place: Problem | Located['place'], message: string, hint: string) =>
    problems.push({ ...place, code: 'RULE', severity: 'error', message, hint });
  for (const key of needed) {
    const entry = root.entries.get(key);
    if (!entry) {
      add(
        root.place,
        `"${key}" is missing`,
        `a Sigma rule of this kind needs ${needed.join(', ')}`,
      );
    } else if (key === 'title') {
      const { value } = entry;
      if (value.kind !== 'scalar' || value.value === null || value.value === '')
        add(entry.key, '"title" is not text', 'write a title');
    } else if (entry.value.kind !== 'map') {
      add(entry.key, `"${key}" is not a map`, 'write keys and values below it');
    }
  }
  const detection = root.entries.get('detection')?.value;
  if (detection?.kind === 'map' && !detection.entries.has('condition')) {
    add(
      root.entries.get('detection')!.key,
      '"detection" has no condition',
      'add condition: with the selections it joins',
    );
  }
  return problems;
}

/** Id of a rule if it has one, for finding duplicates. */
export function ruleId(root: Located): { id: string; place: Located['place'] } | null {
  const id = root.kind === 'map' ? root.entries.get('id')?.value : undefined;
  return id?.kind === 'scalar' && typeof id.value === 'string'
    ? { id: id.value, place: id.place }
    : null;
}
