import { DetectionError } from '../detection-error.ts';
import type { Problem } from '../ir/problem.ts';
import { closest, didYouMean } from '../parse/closest.ts';
import { readLogSource } from '../parse/log-source.ts';
import { kindText, type MapNode, type Node } from '../parse/node.ts';
import { readYaml } from '../parse/read-yaml.ts';
import { Source } from '../parse/source.ts';
import type { FieldMap, FieldMapSection } from './field-map.ts';

const KEYS = ['kind', 'name', 'description', 'time', 'fields', 'sections'];
const SECTION_KEYS = ['logsource', 'time', 'fields'];

/**
 * Reads a map of fields: YAML with `kind: field-map`, `name`, `fields: { RuleField: event.path }`, and as
 * it needs `time: event.path` and `sections:`, a list of `{ logsource, time, fields }`. With errors
 * there is no map; all problems are listed.
 */
export function readFieldMap(
  text: string,
  file: string,
): { map: FieldMap | null; problems: Problem[] } {
  const source = new Source(text, file);
  const roots = readYaml(source);
  const [root, second] = roots;
  if (roots.length === 0 && source.errors === 0)
    source.error(0, 'YAML_EMPTY', 'the file is empty', 'write kind: field-map');
  if (second) source.error(second.at, 'FIELD_MAP', 'more than one document', 'use a file for each');
  if (root && root.kind !== 'map')
    source.error(
      root.at,
      'FIELD_MAP',
      `a field map is a map, this is ${kindText(root)}`,
      'write kind: field-map',
    );
  const map = root?.kind === 'map' ? new Reader(source).whole(root) : null;
  return { map: source.errors > 0 ? null : map, problems: source.sorted() };
}

/** Reads a map of fields. Throws a `DetectionError` for the first error in it. */
export function fieldMap(text: string, file: string): FieldMap {
  const { map, problems } = readFieldMap(text, file);
  if (map) return map;
  const first = problems.find((problem) => problem.severity === 'error')!;
  const where = `${first.file}:${first.line}:${first.column}`;
  throw new DetectionError(first.code, { what: first.message, where, todo: first.hint });
}

class Reader {
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  whole(root: MapNode): FieldMap {
    this.#keys(root, KEYS);
    const kind = this.#text(root, 'kind');
    if (kind !== 'field-map')
      this.#error(root.entries.get('kind')?.value ?? root, 'no field map', 'write kind: field-map');
    const name = this.#text(root, 'name');
    if (name === null) this.#error(root, '"name" is missing', 'name what it maps to');
    const sections = root.entries.get('sections')?.value;
    if (!root.entries.has('fields') && !sections)
      this.#error(root, '"fields" is missing', 'write RuleField: event.path below it');
    if (sections && sections.kind !== 'list')
      this.#error(
        sections,
        `"sections" is ${kindText(sections)}, not a list`,
        'write "- logsource:"',
      );
    return {
      name: name ?? '',
      time: this.#text(root, 'time'),
      fields: this.#fields(root),
      sections:
        sections?.kind === 'list' ? sections.items.flatMap((each) => this.#section(each)) : [],
    };
  }

  #section(node: Node): FieldMapSection[] {
    if (node.kind !== 'map') {
      this.#error(
        node,
        `a section is ${kindText(node)}, not a map`,
        'write logsource: and fields:',
      );
      return [];
    }
    this.#keys(node, SECTION_KEYS);
    const logSource = readLogSource(node, this.#source);
    const section = { time: this.#text(node, 'time'), fields: this.#fields(node) };
    return logSource ? [{ logSource, ...section }] : [];
  }

  #fields(node: MapNode): Map<string, string> {
    const fields = new Map<string, string>();
    const value = node.entries.get('fields')?.value;
    if (!value || (value.kind === 'scalar' && value.value === null)) return fields;
    if (value.kind !== 'map') {
      this.#error(
        value,
        `"fields" is ${kindText(value)}, not a map`,
        'write RuleField: event.path',
      );
      return fields;
    }
    for (const [field, { value: path }] of value.entries) {
      if (path.kind === 'scalar' && typeof path.value === 'string' && path.value !== '')
        fields.set(field, path.value);
      else
        this.#error(
          path,
          `the path of "${field}" is ${kindText(path)}, not text`,
          'write a path such as actor.user.name',
        );
    }
    return fields;
  }

  #text(node: MapNode, key: string): string | null {
    const value = node.entries.get(key)?.value;
    if (!value || (value.kind === 'scalar' && value.value === null)) return null;
    if (value.kind === 'scalar') return String(value.value);
    this.#error(value, `"${key}" is ${kindText(value)}, not text`, 'write text');
    return null;
  }

  #keys(node: MapNode, known: readonly string[]): void {
    for (const [key, { at }] of node.entries) {
      if (known.includes(key)) continue;
      const hint =
        closest(key, known) === null ? `there is ${known.join(', ')}` : didYouMean(key, known);
      this.#source.error(at, 'FIELD_MAP', `unknown key "${key}"`, hint);
    }
  }

  #error(node: Node, message: string, hint: string): void {
    this.#source.error(node.at, 'FIELD_MAP', message, hint);
  }
}
