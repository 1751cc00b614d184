import { ourFault } from './errors.ts';

/** What can be encoded canonically: JSON without fractions that could differ between writers. */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined };

/**
 * One text for one value: keys sorted by code unit, no white space, `undefined` members left out.
 * Errors: `CANONICAL` for NaN and infinities.
 */
export function canonicalJson(value: Canonical): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw ourFault('CANONICAL', `${value} has no canonical form`, 'canonicalJson');
    return JSON.stringify(Object.is(value, -0) ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map((v: Canonical) => canonicalJson(v)).join(',')}]`;
  const object = value as { readonly [key: string]: Canonical | undefined };
  const members = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort((x, y) => (x < y ? -1 : x > y ? 1 : 0))
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key]!)}`);
  return `{${members.join(',')}}`;
}
