import { type Correlation, CORRELATION_TYPES, type CorrelationType } from '../ir/detection.ts';
import type { Position } from '../ir/problem.ts';
import { aboutPlaces, readAbout } from './about.ts';
import { readAliases } from './aliases.ts';
import { type Bounded, readBounds } from './bounds.ts';
import { closest, didYouMean } from './closest.ts';
import { type Entry, kindText, type MapNode } from './node.ts';
import { rememberPlaces } from './places.ts';
import { readReferences } from './references.ts';
import type { Source } from './source.ts';

const KEYS = ['type', 'rules', 'group-by', 'timespan', 'condition', 'aliases', 'generate'];
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const TIMESPAN_MAX_MS = 3660 * 86_400_000;

/** A document with `correlation:`; null after an error. */
export function readCorrelation(root: MapNode, source: Source): Correlation | null {
  const errors = source.errors;
  const about = readAbout(root, source, ['correlation', 'generate']);
  const section = root.entries.get('correlation')!;
  if (section.value.kind !== 'map') {
    const what = `"correlation" is ${kindText(section.value)}, not a map`;
    source.error(section.value.at, 'CORRELATION', what, `write ${KEYS.join(', ')} below it`);
    return null;
  }
  const reader = new Reader(section.value, section, source);
  const places = aboutPlaces(root, source);
  reader.checkKeys();
  const type = reader.type();
  const wanted = 'the ids or names of rules';
  const rules = readReferences(section.value, section.at, 'CORRELATION', wanted, source, places);
  const groupBy = reader.groupBy(places);
  const timespanMs = reader.timespan();
  const bounded = readBounds(section.value, section.at, type, rules.length, source);
  const aliases = readAliases(section.value, rules, [...groupBy, bounded.field], source, places);
  const generate = reader.generate(root);
  if (bounded.field !== null) places.set('field', bounded.place!);
  reader.checkRules(type, rules);
  if (source.errors > errors || !type || timespanMs === null) return null;
  const { bounds, field }: Bounded = bounded;
  const correlation: Correlation = {
    ...{ ...about, kind: 'correlation', type, rules, groupBy, timespanMs },
    ...{ bounds, field, aliases, generate },
  };
  rememberPlaces(correlation, places);
  return correlation;
}

class Reader {
  readonly #section: MapNode;
  readonly #entry: Entry;
  readonly #source: Source;

  constructor(section: MapNode, entry: Entry, source: Source) {
    this.#section = section;
    this.#entry = entry;
    this.#source = source;
  }

  checkKeys(): void {
    for (const [key, { at }] of this.#section.entries) {
      if (KEYS.includes(key)) continue;
      const near = closest(key, KEYS);
      const hint = near === null ? `there is ${KEYS.join(', ')}` : `did you mean "${near}"?`;
      this.#error(at, `unknown key "${key}"`, hint);
    }
  }

  type(): CorrelationType | null {
    const node = this.#value('type');
    if (!node)
      return this.#error(
        this.#entry.at,
        '"type" is missing',
        `write ${CORRELATION_TYPES.join(', ')}`,
      );
    const text = node.kind === 'scalar' ? String(node.value) : '';
    const type = CORRELATION_TYPES.find((each) => each === text);
    if (!type)
      return this.#error(
        node.at,
        `there is no type "${text.slice(0, 60)}"`,
        didYouMean(text, CORRELATION_TYPES),
      );
    if (type === 'value_median') {
      const hint = 'other tools may not know it';
      this.#source.warn(node.at, 'EXTENSION', '"value_median" is not in Sigma 2.1.0', hint);
    }
    return type;
  }

  groupBy(places: Map<string, Position>): string[] {
    const node = this.#value('group-by');
    if (!node || (node.kind === 'scalar' && node.value === null)) return [];
    const items = node.kind === 'list' ? node.items : [node];
    return items.flatMap((item, i) => {
      places.set(`group-by.${i}`, this.#source.position(item.at));
      if (item.kind === 'scalar' && typeof item.value === 'string' && item.value !== '')
        return [item.value];
      this.#error(item.at, `"group-by" names fields, not ${kindText(item)}`, 'write a field');
      return [];
    });
  }

  timespan(): number | null {
    const node = this.#value('timespan');
    if (!node) return this.#error(this.#entry.at, '"timespan" is missing', 'write one such as 15m');
    const text = node.kind === 'scalar' ? String(node.value) : '';
    const match = /^(\d{1,9})([smhd])$/.exec(text);
    const hint = 'write a number and s, m, h or d, such as 90m';
    if (!match) return this.#error(node.at, `"${text.slice(0, 30)}" is no timespan`, hint);
    const ms = Number(match[1]) * UNITS[match[2]!]!;
    if (ms === 0) return this.#error(node.at, 'the timespan is empty', hint);
    if (ms > TIMESPAN_MAX_MS)
      return this.#error(node.at, 'the timespan is longer than ten years', 'shorten it');
    return ms;
  }

  /** The specification has it beside `correlation`, common tools inside of it. */
  generate(root: MapNode): boolean {
    const node = this.#value('generate') ?? root.entries.get('generate')?.value;
    if (!node || (node.kind === 'scalar' && node.value === null)) return false;
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
    this.#error(node.at, '"generate" is neither true nor false', 'write true or false');
    return false;
  }

  /** What the number of rules must be for a type. */
  checkRules(type: CorrelationType | null, rules: readonly string[]): void {
    if (!type?.startsWith('temporal') || rules.length !== 1) return;
    const hint = 'name two or more, or use event_count';
    const { at } = this.#value('rules')!;
    this.#source.warn(at, 'CORRELATION', `"${type}" of one rule holds at each of its events`, hint);
  }

  #value(key: string) {
    return this.#section.entries.get(key)?.value;
  }

  #error(at: number, message: string, hint: string): null {
    this.#source.error(at, 'CORRELATION', message, hint);
    return null;
  }
}
