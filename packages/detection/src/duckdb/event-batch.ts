import type { Rule } from '../ir/detection.ts';
import type { SqlField, SqlSource } from '../sql/source.ts';
import { EventView, type Values } from '../stream/event-view.ts';
import { EVENT_LIMITS } from './event-limits.ts';
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
  readonly #view = new EventView(EVENT_LIMITS);
  /** Per column, what the view shows of the event. */
  readonly #values: readonly Values[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #keywords: boolean;

  constructor({ fields, keywords }: Needs) {
    const names = [...fields.keys()];
    this.#places = new Map(names.map((name, place) => [name, place]));
    this.#keywords = keywords.lines || keywords.aspects.size > 0;
    const needs = [...fields.values(), ...(this.#keywords ? [keywords] : [])];
    this.columns = needs.map((need) => new FieldColumn(need));
    this.#values = [
      ...names.map((name) => this.#view.field(name)),
      ...(this.#keywords ? [this.#view.everything] : []),
    ];
  }

  get size(): number {
    return this.ords.length;
  }

  /**
   * Takes in an event.
   *
   * @param ord its place in the input
   * @param timeMs when it happened, or NaN: correlations are not to look at it
   */
  add(event: EventObject, ord: number, timeMs: number): void {
    this.#view.show(event);
    const row = this.ords.length;
    this.ords.push(ord);
    this.times.push(timeMs);
    for (let i = 0; i < this.#values.length; i++) {
      const values = this.#values[i]!;
      if (values.present) this.columns[i]!.add(row, values);
    }
  }

  clear(): void {
    this.ords.length = 0;
    this.times.length = 0;
    for (const column of this.columns) column.clear();
  }

  /** How the batch is read once it is in its table. */
  source(): SqlSource {
    const keywords = this.#keywords ? this.#field(this.columns.length - 1) : null;
    return {
      table: () => BATCH_TABLE,
      field: (_rule: Rule, name) => {
        const place = this.#places.get(name);
        return place === undefined ? null : this.#field(place);
      },
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
      lines: column.lines && name('lines'),
    };
  }
}

export function columnName(place: number, part: string): string {
  return `f${place}_${part}`;
}
