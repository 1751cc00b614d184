import { momentOf, numberOf } from '../ir/values.ts';
import type { Aspect } from '../sql/value-sql.ts';
import type { Values } from '../stream/event-view.ts';
import { addressBytes } from '../stream/ip-address.ts';
import type { FieldNeed } from './needs.ts';

type Aspected = string | number;
/** What the values of a row have of an aspect: nothing, one, or several. */
export type Found = null | Aspected | readonly Aspected[];

/**
 * The values of one field over a batch of events: what the rules' tests look at in them. Rows without
 * the field take no room.
 */
export class FieldColumn {
  readonly aspects: readonly Aspect[];
  readonly presence: boolean;
  /** Rows that have the field, in order. */
  readonly rows: number[] = [];
  /** Per row of `rows`: whether one of its values is null. */
  readonly nulls: boolean[] = [];
  /** Per row of `rows`: the folded texts of its values, one a line; null: nobody asks. */
  readonly lines: string[] | null;
  /** Per aspect and row of `rows`. */
  readonly values: Found[][];
  /** Whether a row has several values of an aspect. */
  many = false;

  constructor({ aspects, presence, lines }: FieldNeed) {
    this.lines = lines ? [] : null;
    this.aspects = [...aspects];
    this.presence = presence;
    this.values = this.aspects.map(() => []);
  }

  add(row: number, values: Values): void {
    const { scalars, texts } = values;
    this.rows.push(row);
    if (this.presence) this.nulls.push(texts.length < scalars.length);
    this.lines?.push(values.folded.join('\n'));
    for (let i = 0; i < this.aspects.length; i++) {
      const all = aspectOf(values, this.aspects[i]!);
      if (all.length > 1) this.many = true;
      // The view goes on to use its lists.
      this.values[i]!.push(all.length > 1 ? [...all] : (all[0] ?? null));
    }
  }

  clear(): void {
    this.rows.length = 0;
    this.nulls.length = 0;
    if (this.lines) this.lines.length = 0;
    for (const list of this.values) list.length = 0;
    this.many = false;
  }
}

function aspectOf(values: Values, aspect: Aspect): readonly Aspected[] {
  switch (aspect) {
    case 'text':
      return values.texts;
    case 'folded':
      return values.folded;
    case 'address':
      return values.texts.map(addressHex).filter((hex) => hex !== null);
    case 'number':
      return values.scalars.map(numberOf).filter((number) => number !== null);
    case 'moment':
      return values.scalars.map(momentOf).filter((moment) => moment !== null);
  }
}

function addressHex(text: string): string | null {
  const bytes = addressBytes(text);
  return bytes && bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
