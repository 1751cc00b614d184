import type { Document } from '../ir/detection.ts';
import type { Problem } from '../ir/problem.ts';
import { closest } from './closest.ts';
import { readCorrelation } from './correlation.ts';
import { readFilter } from './filter.ts';
import { kindText, type MapNode, type Node } from './node.ts';
import type { ParseOptions } from './options.ts';
import { readYaml } from './read-yaml.ts';
import { readRule } from './rule.ts';
import { Source } from './source.ts';

/** Keys looked at for slips. */
const KEYS_MAX = 200;
const KINDS = ['detection', 'correlation', 'filter'] as const;

/**
 * Reads Sigma 2.1.0 rules, correlations and filters from the YAML text of a file, which may hold several
 * documents. Never throws for what stands in the text: all problems are listed in reading order, and a
 * document with an error is left out of `documents`. References are resolved by `link`.
 *
 * @example
 * const { documents, problems } = parseRules(text, 'rules/x.yml');
 * for (const problem of problems) console.error(problemText(problem));
 */
export function parseRules(
  text: string,
  file: string,
  options: ParseOptions = {},
): { documents: Document[]; problems: Problem[] } {
  const source = new Source(text, file);
  const roots = readYaml(source);
  if (roots.length === 0 && source.errors === 0)
    source.error(
      0,
      'YAML_EMPTY',
      'the file is empty',
      'write a rule with title, logsource and detection',
    );
  const documents: Document[] = [];
  for (const root of roots) {
    const document = root && readDocument(root, source, options);
    if (document) documents.push(document);
  }
  return { documents, problems: source.sorted() };
}

function readDocument(root: Node, source: Source, options: ParseOptions): Document | null {
  if (root.kind !== 'map') {
    source.error(
      root.at,
      'KIND',
      `a rule is a map, this is ${kindText(root)}`,
      'write title: and so on',
    );
    return null;
  }
  const kinds = KINDS.filter((kind) => root.entries.has(kind));
  if (kinds.length === 1) {
    if (kinds[0] === 'detection') return readRule(root, source, options);
    if (kinds[0] === 'filter') return readFilter(root, source, options);
    return readCorrelation(root, source);
  }
  return wrongKind(root, kinds, source);
}

function wrongKind(root: MapNode, kinds: readonly string[], source: Source): null {
  const [, second] = kinds;
  if (second !== undefined) {
    const hint = 'give each a document of its own, with a line --- between them';
    const what = `"${kinds[0]}" and "${second}" stand in one document`;
    source.error(root.entries.get(second)!.at, 'KIND', what, hint);
    return null;
  }
  const action = root.entries.get('action');
  if (action) {
    const hint = 'write each rule in full: Sigma no longer has "action"';
    source.error(action.at, 'KIND', '"action" joins documents in the old way', hint);
    return null;
  }
  for (const [key, { at }] of [...root.entries].slice(0, KEYS_MAX)) {
    const near = closest(key, KINDS);
    if (near === null) continue;
    source.error(at, 'KIND', `unknown key "${key}"`, `did you mean "${near}"?`);
    return null;
  }
  const what = 'neither a rule nor a correlation nor a filter';
  source.error(root.at, 'KIND', what, 'add detection:, correlation: or filter:');
  return null;
}
