import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from 'yaml';
import type { Problem } from '../problem.ts';
import type { Located, Place } from './located.ts';

/** Longest text of a scenario, playbook, rule or expectation file. */
export const TEXT_LIMIT_BYTES = 1 << 20;
const DEPTH_LIMIT = 32;
/** Parts after aliases are followed, so that ten lines cannot unfold into a billion. */
const PART_LIMIT = 100_000;

export type Parsed = { root: Located | null; problems: Problem[] };
export type ParsedAll = { roots: Located[]; problems: Problem[] };

class Stop extends Error {}

/** Parses a file of one YAML document with places. Never throws: what is wrong is in `problems`. */
export function parseYaml(text: string, file: string): Parsed {
  const { roots, problems } = parseYamlAll(text, file);
  const second = roots[1];
  if (problems.length > 0 || !second) return { root: roots[0] ?? null, problems };
  const hint = 'put each document in its own file';
  const many: Problem = { ...second.place, code: 'YAML_MANY', severity: 'error', message: 'more than one document in the file', hint };
  return { root: null, problems: [many] };
}

/** Parses every YAML document of a file. With problems there are no roots. */
export function parseYamlAll(text: string, file: string): ParsedAll {
  if (Buffer.byteLength(text) > TEXT_LIMIT_BYTES) {
    return failed(file, 'YAML_SIZE', 'the file is larger than 1 MiB', 'split it, or take out what is not needed');
  }
  const deep = 'the file nests too deep';
  const lines = new LineCounter();
  let documents;
  try {
    documents = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      version: '1.2',
    });
  } catch (error) {
    if (error instanceof RangeError) return failed(file, 'YAML_DEPTH', deep, `keep to ${DEPTH_LIMIT} levels`);
    throw error;
  }
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const filled = 'empty' in documents ? [] : documents.filter((document) => document.contents);
  const problems = documents.flatMap((each) =>
    each.errors.map((error) => ({
      ...place(error.pos[0]),
      code: 'YAML',
      severity: 'error' as const,
      message: error.message.split('\n')[0]!.replace(/\.$/, ''),
      hint: 'mend the YAML here',
    })),
  );
  if (problems.length > 0) return { roots: [], problems };
  if (filled.length === 0) {
    return failed(file, 'YAML_EMPTY', 'the file is empty', 'write a document that starts with kind:');
  }
  const budget = { parts: 0 };
  const located = filled.map((document) => locate(document, place, budget));
  const all = located.flatMap((each) => each.problems);
  return all.length > 0 ? { roots: [], problems: all } : { roots: located.map((each) => each.root!), problems: [] };
}

function locate(document: Document, place: (offset: number) => Place, budget: { parts: number }): Parsed {
  const problems: Problem[] = [];
  const report = (at: Place, code: string, message: string, hint: string) =>
    problems.push({ ...at, code, severity: 'error', message, hint });

  function walk(node: Node, depth: number): Located {
    const at = place(node.range?.[0] ?? 0);
    if (depth > DEPTH_LIMIT || ++budget.parts > PART_LIMIT) {
      const what = depth > DEPTH_LIMIT ? 'the file nests too deep' : 'the aliases unfold into too much';
      report(at, 'YAML_DEPTH', what, `keep to ${DEPTH_LIMIT} levels and ${PART_LIMIT} values`);
      throw new Stop();
    }
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target) return walk(target, depth + 1);
      report(at, 'YAML_ALIAS', `no anchor &${node.source} before this`, 'name an anchor that stands above');
      return { kind: 'scalar', place: at, value: null };
    }
    if (isSeq(node)) {
      return { kind: 'list', place: at, items: node.items.map((item) => walk(item as Node, depth + 1)) };
    }
    if (isMap(node)) {
      const entries = new Map<string, { key: Place; value: Located }>();
      for (const pair of node.items) {
        const keyNode = pair.key as Node;
        const key = place(keyNode.range?.[0] ?? 0);
        if (!isScalar(keyNode)) {
          report(key, 'YAML_KEY', 'a key must be a plain word', 'write the key as text');
          continue;
        }
        const name = String(keyNode.value);
        if (entries.has(name)) report(key, 'YAML_KEY', `"${name}" stands twice`, 'keep one of them');
        const empty: Located = { kind: 'scalar', place: key, value: null };
        entries.set(name, { key, value: pair.value ? walk(pair.value as Node, depth + 1) : empty });
      }
      return { kind: 'map', place: at, entries };
    }
    const value: unknown = isScalar(node) ? node.value : null;
    const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
    if (!simple) report(at, 'YAML_VALUE', 'a value of a kind that is not used here', 'write text, a number, true, false or null');
    return { kind: 'scalar', place: at, value: simple ? value : null };
  }

  try {
    const root = walk(document.contents!, 0);
    return { root: problems.length > 0 ? null : root, problems };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { root: null, problems: problems.slice(0, 20) };
  }
}

function failed(file: string, code: string, message: string, hint: string): ParsedAll {
  return { roots: [], problems: [{ file, line: 1, column: 1, code, severity: 'error', message, hint }] };
}
