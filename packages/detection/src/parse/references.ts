import type { Position } from '../ir/problem.ts';
import type { MapNode } from './node.ts';
import type { Source } from './source.ts';

/**
 * The ids and names under `rules:` of a section that starts at `at`, with the place of each as
 * `rules.N`. Errors under `code`; `wanted` says what to write.
 */
export function readReferences(
  section: MapNode,
  at: number,
  code: string,
  wanted: string,
  source: Source,
  places: Map<string, Position>,
): string[] {
  const node = section.entries.get('rules')?.value;
  if (!node) {
    source.error(at, code, '"rules" is missing', `write ${wanted}`);
    return [];
  }
  const items = node.kind === 'list' ? node.items : [node];
  if (items.length === 0) source.error(node.at, code, '"rules" is empty', `write ${wanted}`);
  const names: string[] = [];
  for (const item of items) {
    if (item.kind !== 'scalar' || item.value === null || item.value === '') {
      source.error(item.at, code, 'a rule is named by text', `write ${wanted}`);
      continue;
    }
    const name = String(item.value);
    if (names.includes(name)) source.warn(item.at, code, `"${name}" stands twice`, 'keep one');
    places.set(`rules.${names.length}`, source.position(item.at));
    names.push(name);
  }
  return names;
}
