import type { Document } from '../ir/detection.ts';
import type { Position } from '../ir/problem.ts';

const PLACES = new WeakMap<Document, ReadonlyMap<string, Position>>();

/** Keeps where parts of a document stand, so that `link` can name them; paths such as `rules.0`. */
export function rememberPlaces(document: Document, places: ReadonlyMap<string, Position>): void {
  PLACES.set(document, places);
}

/** Where a part of a document stands; its start when that is not known. */
export function placeIn(document: Document, path: string): Position {
  return PLACES.get(document)?.get(path) ?? document.position;
}
