import { DetectionError } from '../detection-error.ts';
import { fold, type Scalar, textOf } from '../ir/values.ts';

/** Bounds on what is looked at in one event; rules that look beyond them are not evaluated for it. */
export type EventLimits = {
  /** Objects and arrays one inside the other (default 100). */
  depthMax?: number;
  /** Values of one field, or of the event when rules have keywords (default 100 000). */
  valuesMax?: number;
  /** UTF-16 units of one text (default 262 144). */
  textMax?: number;
};

/** Values of the event that a view shows now, as tests want them. Found at the first use, then kept. */
export type Values = {
  /** Whether anything is there, be it null, an object or an empty array. */
  readonly present: boolean;
  readonly scalars: readonly Scalar[];
  /** Texts of the scalars, without nulls. */
  readonly texts: readonly string[];
  readonly folded: readonly string[];
};

/** Shows one event after the other, and finds each field of it at most once. */
export class EventView {
  /** Changes with every event. */
  generation = 0;
  /** The event shown. */
  event: unknown = null;
  readonly limits: Required<EventLimits>;
  readonly #fields = new Map<string, Values>();
  #everything: Values | null = null;

  constructor({ depthMax = 100, valuesMax = 100_000, textMax = 262_144 }: EventLimits = {}) {
    this.limits = { depthMax, valuesMax, textMax };
  }

  show(event: unknown): void {
    this.event = event;
    this.generation++;
  }

  /** The values of a field, always of the event shown last. Reading throws when they are beyond a limit. */
  field(name: string): Values {
    let found = this.#fields.get(name);
    if (found === undefined) {
      found = new FoundValues(this, finder(name));
      this.#fields.set(name, found);
    }
    return found;
  }

  /** All values anywhere in the event. */
  get everything(): Values {
    this.#everything ??= new FoundValues(this, (event, limits) => {
      const all: Scalar[] = [];
      collectAll(event, limits, 0, all);
      return all;
    });
    return this.#everything;
  }
}

type Limits = Required<EventLimits>;
/** Finds the scalars at a place, or null when nothing is there. May put a single one into `one`. */
type Finder = (event: unknown, limits: Limits, one: Scalar[]) => readonly Scalar[] | null;

const NONE: readonly never[] = [];

// Nearly all fields have one value: the lists for it are made once and used for every event.
class FoundValues implements Values {
  readonly #view: EventView;
  readonly #find: Finder;
  #foundAt = -1;
  #textsAt = -1;
  #foldedAt = -1;
  #found: readonly Scalar[] | null = null;
  #texts: readonly string[] = NONE;
  #folded: readonly string[] = NONE;
  readonly #one: Scalar[] = [null];
  readonly #oneText: string[] = [''];
  readonly #oneFolded: string[] = [''];

  constructor(view: EventView, find: Finder) {
    this.#view = view;
    this.#find = find;
  }

  get present(): boolean {
    if (this.#foundAt !== this.#view.generation) this.#load();
    return this.#found !== null;
  }

  get scalars(): readonly Scalar[] {
    if (this.#foundAt !== this.#view.generation) this.#load();
    return this.#found ?? NONE;
  }

  get texts(): readonly string[] {
    if (this.#textsAt !== this.#view.generation) this.#makeTexts();
    return this.#texts;
  }

  get folded(): readonly string[] {
    if (this.#foldedAt !== this.#view.generation) this.#makeFolded();
    return this.#folded;
  }

  #load(): void {
    const { event, limits, generation } = this.#view;
    this.#found = this.#find(event, limits, this.#one);
    this.#foundAt = generation;
  }

  #makeTexts(): void {
    const { scalars } = this;
    const { textMax } = this.#view.limits;
    if (scalars.length === 1 && scalars[0] !== null) {
      this.#oneText[0] = textOf(scalars[0]!)!;
      this.#texts = this.#oneText;
    } else if (scalars.length === 0) this.#texts = NONE;
    else this.#texts = scalars.filter((scalar) => scalar !== null).map((scalar) => textOf(scalar)!);
    for (const text of this.#texts) {
      if (text.length > textMax) throw beyond('a text of it is longer', textMax);
    }
    this.#textsAt = this.#view.generation;
  }

  #makeFolded(): void {
    const { texts } = this;
    if (texts.length === 1) {
      this.#oneFolded[0] = fold(texts[0]!);
      this.#folded = this.#oneFolded;
    } else this.#folded = texts.length === 0 ? NONE : texts.map(fold);
    this.#foldedAt = this.#view.generation;
  }
}

/** How a field is found: the literal key first, else the keys one inside the other. */
function finder(name: string): Finder {
  const keys = name.split('.').map(readerOf);
  const whole = readerOf(name);
  return (event, limits, one) => {
    const value = read(event, whole);
    if (value !== undefined) return scalarsAt(value, limits, 1, one);
    return keys.length === 1 ? null : nested(event, keys, limits, one);
  };
}

function nested(
  event: unknown,
  keys: readonly KeyReader[],
  limits: Limits,
  one: Scalar[],
): readonly Scalar[] | null {
  let place = event;
  for (const [at, key] of keys.entries()) {
    if (Array.isArray(place)) {
      const into: Scalar[] = [];
      return follow(place, keys, at, limits, at, into) ? into : null;
    }
    place = read(place, key);
    if (place === undefined) return null;
  }
  return scalarsAt(place, limits, keys.length, one);
}

function scalarsAt(
  place: unknown,
  limits: Limits,
  depth: number,
  one: Scalar[],
): readonly Scalar[] {
  if (isScalar(place)) {
    one[0] = place;
    return one;
  }
  if (!Array.isArray(place)) return NONE;
  const into: Scalar[] = [];
  collect(place, limits, depth, into);
  return into;
}

type KeyReader = (place: object) => unknown;

/** Reads an own property; undefined when there is none. */
function readerOf(key: string): KeyReader {
  // Only names that every object inherits need the slower look.
  if (!(key in Object.prototype)) return (place) => (place as Record<string, unknown>)[key];
  return (place) =>
    Object.hasOwn(place, key) ? (place as Record<string, unknown>)[key] : undefined;
}

function read(place: unknown, key: KeyReader): unknown {
  if (typeof place !== 'object' || place === null || Array.isArray(place)) return undefined;
  return key(place);
}

function follow(
  place: unknown,
  keys: readonly KeyReader[],
  at: number,
  limits: Limits,
  depth: number,
  into: Scalar[],
): boolean {
  if (depth > limits.depthMax) throw beyond('it nests deeper', limits.depthMax);
  if (Array.isArray(place)) {
    let present = false;
    for (const element of place) {
      if (follow(element, keys, at, limits, depth + 1, into)) present = true;
    }
    return present;
  }
  const value = read(place, keys[at]!);
  if (value === undefined) return false;
  if (at + 1 < keys.length) return follow(value, keys, at + 1, limits, depth + 1, into);
  collect(value, limits, depth + 1, into);
  return true;
}

/** The scalars at a place: itself, or the elements of an array. */
function collect(place: unknown, limits: Limits, depth: number, into: Scalar[]): void {
  if (Array.isArray(place)) {
    if (depth > limits.depthMax) throw beyond('it nests deeper', limits.depthMax);
    for (const element of place) collect(element, limits, depth + 1, into);
  } else if (isScalar(place)) add(place, limits, into);
}

function collectAll(place: unknown, limits: Limits, depth: number, into: Scalar[]): void {
  if (typeof place !== 'object' || place === null) {
    if (isScalar(place)) add(place, limits, into);
    return;
  }
  if (depth > limits.depthMax) throw beyond('it nests deeper', limits.depthMax);
  for (const part of Object.values(place)) collectAll(part, limits, depth + 1, into);
}

function add(scalar: Scalar, limits: Limits, into: Scalar[]): void {
  if (into.length >= limits.valuesMax) throw beyond('it has more values', limits.valuesMax);
  into.push(scalar);
}

function isScalar(value: unknown): value is Scalar {
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' || value === null;
}

function beyond(what: string, limit: number): DetectionError {
  return new DetectionError('EVENT_SIZE', {
    what: `the event is beyond the limits: ${what} than ${limit}`,
    where: 'event',
    todo: 'raise the limit, or leave the event out',
  });
}
