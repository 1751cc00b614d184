import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Problem } from '../problem.ts';
import type { Located, Place } from './located.ts';

export const DEPTH_LIMIT = 32;
/** Parts after aliases are followed, so that ten lines cannot unfold into a billion. */
const PART_LIMIT = 100_000;
const PROBLEM_LIMIT = 20;

class Stop extends Error {}

/**
 * A parsed document as plain values with places, aliases followed. `budget` is shared by the documents
 * of one file. With problems there is no root.
 */
export function locate(
  document: Document,
  place: (offset: number) => Place,
  budget: { parts: number },
): { root: Located | null; problems: Problem[] } {
  const locator = new Locator(document, place, budget);
  try {
    const root = locator.walk(document.contents!, 0);
    return { root: locator.problems.length > 0 ? null : root, problems: locator.problems };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { root: null, problems: locator.problems.slice(0, PROBLEM_LIMIT) };
  }
}

class Locator {
  readonly problems: Problem[] = [];
  readonly #document: Document;
  readonly #place: (offset: number) => Place;
  readonly #budget: { parts: number };

  constructor(document: Document, place: (offset: number) => Place, budget: { parts: number }) {
    this.#document = document;
    this.#place = place;
    this.#budget = budget;
  }

  walk(node: Node, depth: number): Located {
    const place = this.#placeOf(node);
    this.#spend(depth, place);
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      if (target) return this.walk(target, depth + 1);
      const hint = 'name an anchor that stands above';
      this.#report(place, 'YAML_ALIAS', `no anchor &${node.source} before this`, hint);
      return { kind: 'scalar', place, value: null };
    }
    if (isSeq(node)) {
      return {
        kind: 'list',
        place,
        items: node.items.map((item) => this.walk(item as Node, depth + 1)),
      };
    }
    return isMap(node) ? this.#map(node, place, depth) : this.#scalar(node, place);
  }

  #map(node: YAMLMap, place: Place, depth: number): Located {
    const entries = new Map<string, { key: Place; value: Located }>();
    for (const pair of node.items) {
      const keyNode = pair.key as Node;
      const key = this.#placeOf(keyNode);
      if (!isScalar(keyNode)) {
        this.#report(key, 'YAML_KEY', 'a key must be a plain word', 'write the key as text');
        continue;
      }
      const name = String(keyNode.value);
      if (entries.has(name))
        this.#report(key, 'YAML_KEY', `"${name}" stands twice`, 'keep one of them');
      const empty: Located = { kind: 'scalar', place: key, value: null };
      entries.set(name, {
        key,
        value: pair.value ? this.walk(pair.value as Node, depth + 1) : empty,
      });
    }
    return { kind: 'map', place, entries };
  }

  #scalar(node: Node, place: Place): Located {
    const value: unknown = isScalar(node) ? node.value : null;
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      return { kind: 'scalar', place, value };
    }
    const hint = 'write text, a number, true, false or null';
    this.#report(place, 'YAML_VALUE', 'a value of a kind that is not used here', hint);
    return { kind: 'scalar', place, value: null };
  }

  #spend(depth: number, place: Place): void {
    if (depth <= DEPTH_LIMIT && ++this.#budget.parts <= PART_LIMIT) return;
    const what =
      depth > DEPTH_LIMIT ? 'the file nests too deep' : 'the aliases unfold into too much';
    this.#report(
      place,
      'YAML_DEPTH',
      what,
      `keep to ${DEPTH_LIMIT} levels and ${PART_LIMIT} values`,
    );
    throw new Stop();
  }

  #placeOf(node: Node): Place {
    return this.#place(node.range?.[0] ?? 0);
  }

  #report(place: Place, code: string, message: string, hint: string): void {
    this.problems.push({ ...place, code, severity: 'error', message, hint });
  }
}
