import { badInput } from '@dwell/core';
import type { Query } from '@dwell/telemetry';
import type { HuntTable } from '../router/types.ts';
import { cannotSay, keywordScalar, sigmaItems } from './sigma-value.ts';

/** The `detection` of a rule: lines of YAML per selection, and the condition over their names. */
export type Selections = {
  selections: readonly { name: string; lines: readonly string[] }[];
  condition: string;
};

type FieldQuery = Extract<Query, { kind: 'field' }>;
/** Lines of one selection: keys with one or more values, any of which will do. */
type Items = Map<string, string[]>;

const SELECTIONS_MAX = 60;

/**
 * A parsed hunt as Sigma selections: tests that hold together make one selection, alternatives of
 * one field a list, whatever stands behind NOT a filter. Errors: `QUERY_TEXT`, `RULE_FROM_HUNT`.
 */
export function huntSelections(query: Query, table: HuntTable): Selections {
  if (query.kind === 'all') {
    throw cannotSay(
      'an empty hunt matches every record',
      1,
      'say what to look for, such as status_code:>=400',
    );
  }
  const writer = new Writer(table);
  const condition = writer.write(query, 'selection', true);
  return { selections: writer.selections, condition };
}

class Writer {
  readonly selections: { name: string; lines: string[] }[] = [];
  readonly #table: HuntTable;

  constructor(table: HuntTable) {
    this.#table = table;
  }

  /** The condition that stands for a query; its selections are added on the way. */
  write(query: Query, stem: string, outermost = false): string {
    switch (query.kind) {
      case 'all':
        throw cannotSay('nothing is looked for', 1, 'say what to look for');
      case 'not':
        return `not ${this.write(query.of, stem === 'filter' ? 'selection' : 'filter')}`;
      case 'word':
        return this.#add('keywords', [`- ${keywordScalar(query.value)}`]);
      case 'field':
        return this.#add(stem, linesOf(this.#one(query)));
      case 'and':
        return joined(this.#all(query.of, stem), 'and', outermost);
      case 'or':
        return joined(this.#any(query.of, stem), 'or', outermost);
    }
  }

  /** Tests whose keys differ share a selection; the second test of the same key opens another. */
  #all(of: readonly Query[], stem: string): string[] {
    const groups: Items[] = [];
    const others: Query[] = [];
    for (const query of of) {
      const list = query.kind === 'or' ? listOf(query.of) : query.kind === 'field' ? [query] : null;
      const items = list && this.#items(list);
      if (!items) others.push(query);
      else {
        const free = groups.find((group) => [...items.keys()].every((key) => !group.has(key)));
        if (free) for (const [key, values] of items) free.set(key, values);
        else groups.push(items);
      }
    }
    return [
      ...groups.map((group) => this.#add(stem, linesOf(group))),
      ...others.map((query) => this.write(query, stem)),
    ];
  }

  #any(of: readonly Query[], stem: string): string[] {
    const words = of.filter((query) => query.kind === 'word');
    const fields = new Map<string, FieldQuery[]>();
    for (const query of of) {
      if (query.kind !== 'field') continue;
      const key = listKey(query);
      fields.set(key, [...(fields.get(key) ?? []), query]);
    }
    const conditions: string[] = [];
    for (const same of fields.values()) {
      const items = this.#items(same);
      if (items) conditions.push(this.#add(stem, linesOf(items)));
      else conditions.push(...same.map((query) => this.write(query, stem)));
    }
    if (words.length > 0) {
      const lines = words.map(({ value }) => `- ${keywordScalar(value)}`);
      conditions.push(this.#add('keywords', lines));
    }
    const others = of.filter(({ kind }) => kind !== 'field' && kind !== 'word');
    return [...conditions, ...others.map((query) => this.write(query, stem))];
  }

  #one(query: FieldQuery): Items {
    const items = sigmaItems(query, this.#column(query));
    return new Map(items.map(({ key, scalar }) => [key, [scalar]]));
  }

  /** Alternatives as one selection: null when they have more than one key, so that they are none. */
  #items(alternatives: readonly FieldQuery[]): Items | null {
    if (alternatives.length === 1) return this.#one(alternatives[0]!);
    const items = alternatives.flatMap((query) => sigmaItems(query, this.#column(query)));
    const keys = new Set(items.map(({ key }) => key));
    if (keys.size !== 1 || items.length !== alternatives.length) return null;
    return new Map([[items[0]!.key, items.map(({ scalar }) => scalar)]]);
  }

  #column(query: FieldQuery): HuntTable['columns'][number] {
    const name = query.field.toLowerCase();
    const column = this.#table.columns.find((each) => each.name === name);
    if (column) return column;
    const near = this.#table.columns.find((each) => each.name.includes(name));
    throw badInput(
      'QUERY_TEXT',
      `${this.#table.name} has no field ${query.field}`,
      `the query, column ${query.column}`,
      near ? `did you mean ${near.name}?` : 'choose one of its fields',
    );
  }

  #add(stem: string, lines: readonly string[]): string {
    const same = this.selections.filter(({ name }) => name === stem || name.startsWith(`${stem}_`));
    if (this.selections.length >= SELECTIONS_MAX)
      throw cannotSay('this hunt has too many parts for one rule', 1, 'split it');
    const name = same.length === 0 ? stem : `${stem}_${same.length + 1}`;
    this.selections.push({ name, lines: [...lines] });
    return name;
  }
}

function linesOf(items: Items): string[] {
  return [...items].flatMap(([key, values]) =>
    values.length === 1 ? [`${key}: ${values[0]}`] : [`${key}:`, ...values.map((v) => `  - ${v}`)],
  );
}

/** Alternatives that may make one list: all of them tests for values of one field. */
function listOf(of: readonly Query[]): FieldQuery[] | null {
  const fields = of.filter((query) => query.kind === 'field');
  const keys = new Set(fields.map(listKey));
  return fields.length === of.length && keys.size === 1 && fields[0]!.test.op === 'is'
    ? fields
    : null;
}

const listKey = (query: FieldQuery) =>
  query.test.op === 'is' ? query.field.toLowerCase() : `${query.field}:${query.column}`;

function joined(conditions: readonly string[], word: 'and' | 'or', outermost: boolean): string {
  const text = conditions.join(` ${word} `);
  return outermost || conditions.length === 1 ? text : `(${text})`;
}
