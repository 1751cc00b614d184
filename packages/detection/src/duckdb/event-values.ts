import type { Scalar } from '../ir/values.ts';
import type { EventObject } from './read-events.ts';

/** A path of a field, ready to be followed. */
export type FieldPath = { name: string; keys: readonly string[] };

export function fieldPath(name: string): FieldPath {
  return { name, keys: name.split('.') };
}

/**
 * The values at a path: the literal key first, else the keys one inside the other, arrays standing for
 * their elements. Null: nothing is there. Empty: something, but no scalar.
 */
export function valuesAt(event: EventObject, { name, keys }: FieldPath): Scalar[] | null {
  if (Object.hasOwn(event, name)) return scalars(event[name]);
  if (keys.length === 1) return null;
  let places: unknown[] = [event];
  for (const key of keys) {
    const next: unknown[] = [];
    for (const place of places) step(place, key, next);
    if (next.length === 0) return null;
    places = next;
  }
  return places.flatMap(scalars);
}

/** Every scalar anywhere in an event but null. */
export function everyValue(place: unknown, into: Scalar[] = []): Scalar[] {
  if (typeof place !== 'object') into.push(place as Scalar);
  else if (place !== null) for (const part of Object.values(place)) everyValue(part, into);
  return into;
}

function step(place: unknown, key: string, into: unknown[]): void {
  if (Array.isArray(place)) for (const element of place) step(element, key, into);
  else if (typeof place === 'object' && place !== null && Object.hasOwn(place, key)) {
    into.push((place as EventObject)[key]);
  }
}

function scalars(place: unknown): Scalar[] {
  if (Array.isArray(place)) return place.flatMap(scalars);
  return typeof place === 'object' && place !== null ? [] : [place as Scalar];
}
