import { fold, momentOf, numberOf, type Scalar, textOf } from '../ir/values.ts';
import type { Aspect } from '../sql/value-sql.ts';
import { addressBytes } from '../stream/ip-address.ts';
import type { FieldNeed } from './needs.ts';

export type Aspected = string | number;

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
  /** Per aspect and row of `rows`: what the values have of it. */
  readonly values: Aspected[][][];
  /** Whether a row has more than one value of an aspect. */
  many = false;

  constructor({ aspects, presence }: FieldNeed) {
    this.aspects = [...aspects];
    this.presence = presence;
    this.values = this.aspects.map(() => []);
  }

  add(row: number, scalars: readonly Scalar[]): void {
    this.rows.push(row);
    this.nulls.push(scalars.includes(null));
    for (const [i, aspect] of this.aspects.entries()) {
      const found: Aspected[] = [];
      for (const scalar of scalars) {
        const value = aspectOf(scalar, aspect);
        if (value !== null) found.push(value);
      }
      if (found.length > 1) this.many = true;
      this.values[i]!.push(found);
    }
  }

  clear(): void {
    this.rows.length = 0;
    this.nulls.length = 0;
    for (const list of this.values) list.length = 0;
    this.many = false;
  }
}

function aspectOf(value: Scalar, aspect: Aspect): Aspected | null {
  if (aspect === 'number') return numberOf(value);
  if (aspect === 'moment') return momentOf(value);
  const text = textOf(value);
  if (text === null || aspect === 'text') return text;
  return aspect === 'folded' ? fold(text) : addressHex(text);
}

function addressHex(text: string): string | null {
  const bytes = addressBytes(text);
  return bytes && bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
