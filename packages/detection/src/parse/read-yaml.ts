import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node as YamlNode,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml';
import type { Entry, Node } from './node.ts';
import type { Source } from './source.ts';

/** Longest text of a file, in UTF-16 units. */
export const TEXT_MAX = 4 << 20;
const DEPTH_MAX = 32;
const TOO_DEEP = 'the file nests too deep';
/** Values that aliases may add to those that stand in the text. */
const ALIASED_MAX = 100_000;

class TooMuch extends Error {}

/**
 * The documents of a YAML text. What is wrong goes to `source`; a document with an error is null.
 * Bounded: length, depth, and what aliases unfold into.
 */
export function readYaml(source: Source): (Node | null)[] {
  const { text } = source;
  if (text.length > TEXT_MAX) {
    source.error(0, 'YAML_SIZE', 'the file is larger than 4 MiB', 'split it into several');
    return [];
  }
  let documents;
  try {
    documents = parseAllDocuments(text, {
      lineCounter: source.lines,
      prettyErrors: false,
      uniqueKeys: false,
      version: '1.2',
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    source.error(0, 'YAML_DEPTH', TOO_DEEP, `keep to ${DEPTH_MAX} levels`);
    return [];
  }
  if ('empty' in documents) return [];
  const budget = { parts: text.length + ALIASED_MAX };
  return documents.flatMap((document) => {
    const errors = source.errors;
    for (const error of document.errors) {
      if (error.message.startsWith('Maximum call stack')) {
        source.error(error.pos[0], 'YAML_DEPTH', TOO_DEEP, `keep to ${DEPTH_MAX} levels`);
        break;
      }
      const message = error.message.split('\n')[0]!.replace(/\.$/, '');
      source.error(error.pos[0], 'YAML', message, 'mend the YAML here');
    }
    if (source.errors > errors) return [null];
    if (!document.contents || isEmpty(document)) return [];
    const node = locate(document, source, budget);
    return [source.errors > errors ? null : node];
  });
}

/** Nothing between two `---`, or only comments. */
function isEmpty(document: Document): boolean {
  const { contents } = document;
  return isScalar(contents) && contents.value === null && contents.source === '';
}

function locate(document: Document, source: Source, budget: { parts: number }): Node | null {
  try {
    return new Locator(source, budget).walk(document.contents!, 0);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return null;
  }
}

class Locator {
  readonly #source: Source;
  readonly #budget: { parts: number };
  readonly #anchors = new Map<string, YamlNode>();

  constructor(source: Source, budget: { parts: number }) {
    this.#source = source;
    this.#budget = budget;
  }

  walk(node: YamlNode, depth: number): Node {
    const at = node.range?.[0] ?? 0;
    if (depth > DEPTH_MAX) this.#stop(at, TOO_DEEP, `keep to ${DEPTH_MAX} levels`);
    if (--this.#budget.parts < 0)
      this.#stop(at, 'the aliases unfold into too much', 'write it out, or use fewer aliases');
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target) return this.walk(target, depth + 1);
      const hint = 'name an anchor that stands above';
      this.#source.error(at, 'YAML_ALIAS', `no anchor &${node.source} before this`, hint);
      return { kind: 'scalar', at, end: at, value: null };
    }
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    if (isMap(node)) return this.#map(node, at, depth);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.walk(item as YamlNode, depth + 1));
      return { kind: 'list', at, items };
    }
    return this.#scalar(node, at);
  }

  #map(node: YAMLMap, at: number, depth: number): Node {
    const entries = new Map<string, Entry>();
    const merged: Entry[] = [];
    for (const pair of node.items) {
      const key = pair.key as YamlNode;
      const keyAt = key.range?.[0] ?? at;
      const end = key.range?.[1] ?? keyAt;
      if (!isScalar(key)) {
        this.#source.error(keyAt, 'YAML_KEY', 'a key must be plain text', 'write the key as text');
        continue;
      }
      const name = key.value === null ? '' : String(key.value);
      if (entries.has(name))
        this.#source.error(keyAt, 'YAML_KEY', `the key "${name}" stands twice`, 'keep one of them');
      const value: Node = pair.value
        ? this.walk(pair.value as YamlNode, depth + 1)
        : { kind: 'scalar', at: keyAt, end, value: null };
      if (name === '<<' && value.kind !== 'scalar') merged.push({ at: keyAt, end, value });
      else entries.set(name, { at: keyAt, end, value });
    }
    for (const entry of merged) this.#merge(entries, entry);
    return { kind: 'map', at, entries };
  }

  /** `<<: *anchor` adds the keys of another map that are not here. */
  #merge(entries: Map<string, Entry>, { at, value }: Entry): void {
    for (const map of value.kind === 'list' ? value.items : [value]) {
      if (map.kind !== 'map') {
        this.#source.error(at, 'YAML_KEY', '"<<" merges maps only', 'name an anchor of a map');
        continue;
      }
      for (const [name, entry] of map.entries) if (!entries.has(name)) entries.set(name, entry);
    }
  }

  #scalar(node: YamlNode, at: number): Node {
    const value: unknown = isScalar(node) ? node.value : null;
    const end = node.range?.[1] ?? at;
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
      return { kind: 'scalar', at, end, value };
    if (typeof value === 'number') {
      if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
        this.#source.warn(
          at,
          'VALUE',
          'this number cannot be kept exactly',
          'put it in quotes to compare it as text',
        );
      return { kind: 'scalar', at, end, value };
    }
    const hint = 'write text, a number, true, false or null';
    this.#source.error(at, 'YAML_VALUE', 'a value of a kind that is not used here', hint);
    return { kind: 'scalar', at, end, value: null };
  }

  #stop(at: number, message: string, hint: string): never {
    this.#source.error(at, 'YAML_DEPTH', message, hint);
    throw new TooMuch();
  }
}
