import type { About, Level, Status } from '../ir/detection.ts';
import type { Position } from '../ir/problem.ts';
import { closest, didYouMean } from './closest.ts';
import { kindText, type MapNode, type Node, plain } from './node.ts';
import type { Source } from './source.ts';

const LEVELS: readonly Level[] = ['informational', 'low', 'medium', 'high', 'critical'];
const STATUSES: readonly Status[] = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'];
/** Keys of the specification that this reader keeps as they are. */
const KEPT = ['related', 'taxonomy', 'license', 'author', 'date', 'modified', 'scope'];
const OWN = ['title', 'id', 'name', 'description', 'status', 'level', 'tags', 'falsepositives'];
/** Keys looked at for slips. */
const KEYS_MAX = 200;
const TITLE_MAX = 256;
const DESCRIPTION_MAX = 65_535;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DATE = /^\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\d|3[01])$/;
const TAG = /^[a-z0-9_-]+\.[a-z0-9._-]+$/;
const TECHNIQUE = /^attack\.t\d/;
const TECHNIQUE_FORM = /^attack\.t\d{4}(\.\d{3})?$/;
const RELATIONS = ['derived', 'obsolete', 'merged', 'renamed', 'similar'];

/**
 * What rules, correlations and filters have in common. Reports what is against the specification: an
 * error where the document loses its meaning, else a warning. `more`: other keys of this kind of document.
 */
export function readAbout(root: MapNode, source: Source, more: readonly string[]): About {
  const reader = new AboutReader(root, source);
  const known = [...OWN, 'references', ...KEPT, ...more];
  reader.checkKeys(known);
  reader.checkDates();
  reader.checkRelated();
  const title = reader.text('title', TITLE_MAX);
  if (title === null || title.trim() === '')
    source.error(
      reader.place('title'),
      'TITLE',
      '"title" is missing',
      'say in a line what this detects',
    );
  const used = new Set([...OWN, 'references', ...more]);
  const custom = [...root.entries].filter(([key]) => !used.has(key));
  return {
    id: reader.id(),
    name: reader.text('name', TITLE_MAX),
    title: title ?? '',
    description: reader.text('description', DESCRIPTION_MAX),
    status: reader.oneOf('status', STATUSES),
    level: reader.oneOf('level', LEVELS),
    tags: reader.tags(),
    falsePositives: reader.texts('falsepositives'),
    references: reader.texts('references'),
    custom: Object.fromEntries(custom.map(([key, entry]) => [key, plain(entry.value)])),
    file: source.file,
    position: source.position(root.at),
  };
}

/** Where `id` and `name` of a document stand. */
export function aboutPlaces(root: MapNode, source: Source): Map<string, Position> {
  const places = new Map<string, Position>();
  for (const key of ['id', 'name']) {
    const node = root.entries.get(key)?.value;
    if (node) places.set(key, source.position(node.at));
  }
  return places;
}

/** A list of texts, or one text, under a key of a document; anything else is warned about. */
export function readTexts(root: MapNode, key: string, source: Source): string[] {
  return new AboutReader(root, source).texts(key);
}

class AboutReader {
  readonly #root: MapNode;
  readonly #source: Source;

  constructor(root: MapNode, source: Source) {
    this.#root = root;
    this.#source = source;
  }

  /** Of a key's value, or where the document starts. */
  place(key: string): number {
    return this.#root.entries.get(key)?.value.at ?? this.#root.at;
  }

  text(key: string, max: number): string | null {
    const node = this.#value(key);
    if (!node) return null;
    if (node.kind !== 'scalar') return this.#not(node, key, 'text') ?? null;
    if (node.value === null) return null;
    const text = String(node.value);
    if (text.length > max)
      this.#warn(node, key, `"${key}" is longer than ${max} characters`, 'shorten it');
    return text;
  }

  texts(key: string): string[] {
    const node = this.#value(key);
    if (!node || (node.kind === 'scalar' && node.value === null)) return [];
    if (node.kind === 'map') return this.#not(node, key, 'a list of texts') ?? [];
    if (node.kind === 'scalar') {
      this.#warn(node, key, `"${key}" is no list`, 'write each after a "-"');
      return [String(node.value)];
    }
    return node.items.flatMap((item) => {
      if (item.kind === 'scalar' && item.value !== null) return [String(item.value)];
      return this.#not(item, key, 'a list of texts') ?? [];
    });
  }

  id(): string | null {
    const id = this.text('id', TITLE_MAX);
    if (id !== null && !UUID.test(id))
      this.#warn(
        this.#value('id')!,
        'id',
        `"${id.slice(0, 60)}" is no UUID`,
        'write one of version 4',
      );
    return id;
  }

  oneOf<T extends string>(key: string, all: readonly T[]): T | null {
    const text = this.text(key, TITLE_MAX);
    if (text === null) return null;
    const found = all.find((each) => each === text);
    if (found) return found;
    const what = `"${text.slice(0, 60)}" is no ${key}`;
    this.#source.error(this.place(key), key.toUpperCase(), what, didYouMean(text, all));
    return null;
  }

  tags(): string[] {
    const tags = this.texts('tags');
    const node = this.#value('tags');
    const items = node?.kind === 'list' ? node.items : node ? [node] : [];
    for (const item of items) {
      if (item.kind !== 'scalar' || item.value === null) continue;
      const tag = String(item.value);
      if (!TAG.test(tag))
        this.#warn(
          item,
          'tags',
          `"${tag.slice(0, 60)}" is no tag`,
          'write namespace.name in lower case',
        );
      else if (TECHNIQUE.test(tag) && !TECHNIQUE_FORM.test(tag))
        this.#warn(
          item,
          'tags',
          `"${tag}" is no technique`,
          'write attack.t1234 or attack.t1234.001',
        );
    }
    return tags;
  }

  checkDates(): void {
    for (const key of ['date', 'modified']) {
      const text = this.text(key, TITLE_MAX);
      if (text !== null && !DATE.test(text))
        this.#warn(
          this.#value(key)!,
          'date',
          `"${text.slice(0, 30)}" is no date`,
          'write it as 2025-01-31',
        );
    }
  }

  checkRelated(): void {
    const node = this.#value('related');
    if (!node || (node.kind === 'scalar' && node.value === null)) return;
    if (node.kind !== 'list') return this.#not(node, 'related', 'a list of maps');
    for (const item of node.items) {
      const type = item.kind === 'map' ? item.entries.get('type')?.value : undefined;
      const id = item.kind === 'map' ? item.entries.get('id')?.value : undefined;
      if (!type || !id) this.#not(item, 'related', 'id and type');
      else if (type.kind !== 'scalar' || !RELATIONS.includes(String(type.value)))
        this.#warn(type, 'related', 'no such relation', `write ${RELATIONS.join(', ')}`);
    }
  }

  /** Keys may be anything; those that look like slips are warned about. */
  checkKeys(known: readonly string[]): void {
    for (const [key, entry] of [...this.#root.entries].slice(0, KEYS_MAX)) {
      if (known.includes(key)) continue;
      const near = closest(key, known);
      if (near === null || key.length < 4 || this.#root.entries.has(near)) continue;
      this.#source.warn(entry.at, 'KEY', `unknown key "${key}"`, `did you mean "${near}"?`);
    }
  }

  #value(key: string): Node | undefined {
    return this.#root.entries.get(key)?.value;
  }

  #warn(node: Node, key: string, message: string, hint: string): void {
    this.#source.warn(node.at, key.toUpperCase(), message, hint);
  }

  #not(node: Node, key: string, wanted: string): undefined {
    this.#warn(node, key, `"${key}" is ${kindText(node)}, not ${wanted}`, `write ${wanted}`);
  }
}
