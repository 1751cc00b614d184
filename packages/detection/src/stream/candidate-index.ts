import type { Expression } from '../ir/expression.ts';
import type { EventView, Values } from './event-view.ts';
import { GramIndex, type Needle } from './gram-index.ts';
import { type Literal, requiredLiterals } from './required-literals.ts';

/** Rules that one of a field's values makes candidates. */
type FieldIndex = {
  values: Values;
  /** Whole texts → places in `lists`. */
  whole: Map<string, number>;
  grams: GramIndex[];
};

/**
 * Tells which expressions can hold for an event, from literals that they require. An expression that
 * requires none can always hold. It never leaves out one that holds.
 */
export class CandidateIndex {
  /** How many expressions can always hold. */
  readonly always: number;
  readonly #view: EventView;
  readonly #alwaysList: readonly number[];
  readonly #fields: FieldIndex[] = [];
  /** Expressions of each literal. */
  readonly #lists: number[][] = [];
  /** Per expression: the generation of the event that it was last a candidate for. */
  readonly #seen: Float64Array;
  readonly #candidates: number[] = [];
  readonly #found = (list: number): void => this.#add(list);

  constructor(expressions: readonly Expression[], view: EventView) {
    this.#view = view;
    this.#seen = new Float64Array(expressions.length);
    const rarity = rarityIn(expressions);
    const always: number[] = [];
    const lists = new Map<string, { literal: Literal; rules: number[] }>();
    for (const [place, expression] of expressions.entries()) {
      const literals = requiredLiterals(expression, rarity);
      if (literals === null) always.push(place);
      for (const literal of literals ?? []) {
        const key = keyOf(literal);
        const list = lists.get(key);
        if (list === undefined) lists.set(key, { literal, rules: [place] });
        else if (list.rules.at(-1) !== place) list.rules.push(place);
      }
    }
    this.#alwaysList = always;
    this.always = always.length;
    this.#build([...lists.values()]);
  }

  /** Places of the expressions that can hold for the event shown, in no order; good until the next call. */
  candidates(): readonly number[] {
    const candidates = this.#candidates;
    candidates.length = 0;
    for (const place of this.#alwaysList) candidates.push(place);
    for (const { values, whole, grams } of this.#fields) {
      for (const text of values.folded) {
        const list = whole.get(text);
        if (list !== undefined) this.#add(list);
        for (const gram of grams) gram.scan(text, this.#found);
      }
    }
    return candidates;
  }

  #add(list: number): void {
    const { generation } = this.#view;
    const seen = this.#seen;
    for (const place of this.#lists[list]!) {
      if (seen[place] === generation) continue;
      seen[place] = generation;
      this.#candidates.push(place);
    }
  }

  #build(lists: readonly { literal: Literal; rules: number[] }[]): void {
    const byField = new Map<string | null, { literal: Literal; id: number }[]>();
    for (const { literal, rules } of lists) {
      const id = this.#lists.push(rules) - 1;
      const known = byField.get(literal.field);
      if (known === undefined) byField.set(literal.field, [{ literal, id }]);
      else known.push({ literal, id });
    }
    for (const [field, literals] of byField) {
      const values = field === null ? this.#view.everything : this.#view.field(field);
      const whole = new Map<string, number>();
      const needles: Needle[] = [];
      for (const { literal, id } of literals) {
        if (literal.where === 'whole') whole.set(literal.text, id);
        else needles.push({ text: literal.text, where: literal.where, id });
      }
      this.#fields.push({ values, whole, grams: gramIndexes(needles) });
    }
  }
}

function gramIndexes(needles: readonly Needle[]): GramIndex[] {
  const widthOf = ({ text }: Needle) => (text.length >= 4 ? 4 : text.length >= 2 ? 2 : 1);
  return ([4, 2, 1] as const)
    .map((width) => ({ width, of: needles.filter((needle) => widthOf(needle) === width) }))
    .filter(({ of }) => of.length > 0)
    .map(({ width, of }) => new GramIndex(of, width));
}

function keyOf({ field, text, where }: Literal): string {
  return `${where}\n${field ?? '\n'}\n${text}`;
}

/**
 * How rare a literal is expected to be: long ones are rarer, those that many rules have are what events
 * have, too, and the whole of a text is rarer than a part of it.
 */
function rarityIn(expressions: readonly Expression[]): (literal: Literal) => number {
  const rules = new Map<string, number>();
  for (const expression of expressions) {
    const own = new Set<string>();
    requiredLiterals(expression, (literal) => {
      own.add(`${literal.field}\n${literal.text}`);
      return 1;
    });
    for (const key of own) rules.set(key, (rules.get(key) ?? 0) + 1);
  }
  return (literal) => {
    const { length } = literal.text;
    const often = rules.get(`${literal.field}\n${literal.text}`) ?? 1;
    const place = literal.where === 'inside' ? 1 : literal.where === 'whole' ? 4 : 2;
    return (place * 1.35 ** Math.min(length, 40)) / often;
  };
}
