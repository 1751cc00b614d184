import type { Rule } from '../ir/detection.ts';
import type { SqlField, SqlSource } from '../sql/source.ts';
import { everyValue, type FieldPath, fieldPath, valuesAt } from './event-values.ts';
import { FieldColumn } from './field-column.ts';
import type { Needs } from './needs.ts';
import type { EventObject } from './read-events.ts';

/** The table that a batch is loaded into. */
export const BATCH_TABLE = 'batch';

/** A number of events, each field of them that rules look at prepared as a column. */
export class EventBatch {
  /** Places of the events in the input. */
  readonly ords: number[] = [];
  /** Epoch milliseconds; NaN keeps an event out of correlations. */
  readonly times: number[] = [];
  readonly columns: readonly FieldColumn[];
  readonly #paths: readonly FieldPath[];
  readonly #names: ReadonlyMap<string, number>;
  readonly #keywords: FieldColumn | null;

  constructor({ fields, keywords }: Needs) {
    this.#paths = [...fields.keys()].map(fieldPath);
    this.#names = new Map([...fields.keys()].map((name, i) => [name, i]));
    const columns = [...fields.values()].map((need) => new FieldColumn(need));
    this.#keywords = keywords.aspects.size > 0 ? new FieldColumn(keywords) : null;
    this.columns = this.#keywords ? [...columns, this.#keywords] : columns;
  }

  get size(): number {
    return this.ords.length;
  }

  add(event: EventObject, ord: number, timeMs: number): void {
    const row = this.ords.length;
    this.ords.push(ord);
    this.times.push(timeMs);
    for (let i = 0; i < this.#paths.length; i++) {
      const scalars = valuesAt(event, this.#paths[i]!);
      if (scalars !== null) this.columns[i]!.add(row, scalars);
    }
    this.#keywords?.add(row, everyValue(event));
  }

  clear(): void {
    this.ords.length = 0;
    this.times.length = 0;
    for (const column of this.columns) column.clear();
  }

  /** How the batch is read once it is in its table. */
  source(): SqlSource {
    const field = (name: string): SqlField | null => {
      const place = this.#names.get(name);
      return place === undefined ? null : this.#field(place);
    };
    const keywords = this.#keywords && this.#field(this.columns.length - 1);
    return {
      table: () => BATCH_TABLE,
      field: (_rule: Rule, name) => field(name),
      time: 't',
      order: 'ord',
      keywords: () => (keywords ? [keywords] : []),
    };
  }

  /** Null when no event of the batch has the field. */
  #field(place: number): SqlField | null {
    const column = this.columns[place]!;
    if (column.rows.length === 0) return null;
    const name = (part: string) => columnName(place, part);
    return {
      kind: column.many ? 'list' : 'one',
      text: name('text'),
      folded: name('folded'),
      number: name('number'),
      moment: name('moment'),
      address: name('address'),
      present: name('present'),
      isNull: name('null'),
    };
  }
}

export function columnName(place: number, part: string): string {
  return `f${place}_${part}`;
}
