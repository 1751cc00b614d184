import { Buffer } from 'node:buffer';

/** An event as JSON gives it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };
export type Scalar = string | number | boolean | null;

/** What stands at a path: whether anything does, and the scalars found there. */
export type Found = { present: boolean; values: Scalar[] };

/** The literal key first, else the keys one inside the other; arrays stand for their elements. */
export function find(event: JsonObject, path: string): Found {
  let places: Json[] = [event];
  const keys = Object.hasOwn(event, path) ? [path] : path.split('.');
  for (const key of keys) {
    places = places
      .flatMap(elements)
      .flatMap((place) =>
        isObject(place) && Object.hasOwn(place, key) ? [place[key] as Json] : [],
      );
  }
  return { present: places.length > 0, values: places.flatMap(elements).filter(isScalar) };
}

/** Every scalar anywhere in the event. */
export function everywhere(place: Json): Scalar[] {
  if (isScalar(place)) return [place];
  return Object.values(place as JsonObject).flatMap(everywhere);
}

function elements(place: Json): Json[] {
  return Array.isArray(place) ? place.flatMap(elements) : [place];
}

function isScalar(place: Json): place is Scalar {
  return place === null || typeof place !== 'object';
}

export function isObject(place: unknown): place is Record<string, unknown> {
  return typeof place === 'object' && place !== null && !Array.isArray(place);
}

/** The texts of scalars; null has none. Halves of surrogate pairs are replaced, as UTF-8 has to. */
export function textsOf(values: readonly Scalar[]): string[] {
  const texts = values.filter((value) => value !== null).map(String);
  return texts.map((text) => Buffer.from(text, 'utf8').toString('utf8'));
}

/** The number of a value; texts only when they are plain decimal numbers. */
export function numberIn(value: Scalar): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const decimal = /^[-+]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(value);
  return decimal && Number.isFinite(Number(value)) ? Number(value) : null;
}
