import * as fc from 'fast-check';
import type { Json, JsonObject } from '../reference/event.ts';
import { ADDRESSES, ENCODED, MOMENTS, NAMES, NUMBERS, TEXTS } from './pool.ts';

const ODD_FIELD = 'it\'s "odd"';
/** Names that are no fields in any event, or that look like something else. */
const STRANGE = ['never', 'cmd.length', 'cmd.0', 'constructor', '__proto__', 'proc.', 'x..y', '.'];

/** Paths that rules ask for, and what kind of values they tend to have. */
export const FIELDS = {
  text: ['cmd', 'User', 'proc.name', 'deep.er.x', ODD_FIELD],
  number: ['n', 'proc.n'],
  address: ['ip'],
  moment: ['when'],
} as const;
export const ALL_FIELDS: readonly string[] = [...Object.values(FIELDS).flat(), ...STRANGE];

const text = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom<Json>(...TEXTS) },
  // Halves of a surrogate pair, which JSON can say and UTF-8 cannot.
  { weight: 1, arbitrary: fc.constantFrom<Json>('a\ud800', '\udc4d', '\ud83d-\udc4d') },
);
const name = fc.constantFrom<Json>(...NAMES);
const encoded = fc.constantFrom<Json>(...ENCODED);
const lines = fc.constantFrom<Json>(
  'x\ny',
  'x\ry',
  'x\n\ny',
  'y\nx',
  '\u0391\u03a3',
  '\u0391\u03c2',
);
const number = fc.constantFrom<Json>(...NUMBERS);
const address = fc.constantFrom<Json>(...ADDRESSES);
const moment = fc.constantFrom<Json>(...MOMENTS);

/** Mostly one value; else null, an empty text, arrays (also in arrays) or objects. */
function around(value: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const odd = fc.constantFrom<Json>(null, '', 0, {}, [], [[]], [null], { other: 'ab' });
  return fc.oneof(
    { weight: 12, arbitrary: value },
    { weight: 2, arbitrary: odd },
    { weight: 3, arbitrary: fc.array(fc.oneof(value, value, odd), { maxLength: 3 }) },
  );
}

/** An object with any of these keys, or several of them, or something that is no object. */
function inside(fields: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<Json> {
  const one = fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Json>;
  return fc.oneof(
    { weight: 6, arbitrary: one },
    { weight: 2, arbitrary: fc.array(fc.oneof(one, one, text), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom<Json>(null, 'ab', []) },
  );
}

/** Present `of` times out of `of + 1`; `undefined` stands for no such key and is taken away below. */
const here = (value: fc.Arbitrary<Json>, of: number): fc.Arbitrary<Json | undefined> =>
  fc.oneof(
    { weight: of, arbitrary: value },
    { weight: 1, arbitrary: fc.constant(undefined as Json | undefined) },
  );
const seldom = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json | undefined> =>
  fc.oneof(
    { weight: 1, arbitrary: value },
    { weight: 6, arbitrary: fc.constant(undefined as Json | undefined) },
  );

const er = inside({ x: around(text), y: text });

/** An event that has some of the fields, nested or under a key with dots, and some that none asks for. */
export const event: fc.Arbitrary<JsonObject> = fc
  .record({
    cmd: here(around(fc.oneof(text, text, text, encoded, lines)), 5),
    User: here(around(fc.oneof(text, name, name, number)), 5),
    proc: here(inside({ name: around(text), n: around(number) }), 5),
    deep: here(fc.oneof(inside({ er }), inside({ 'er.x': around(text), er })), 3),
    [ODD_FIELD]: here(around(text), 2),
    n: here(around(number), 5),
    ip: here(around(address), 5),
    when: here(around(moment), 5),
    'x..y': seldom(text),
    '': seldom(inside({ '': text })),
    other: here(around(fc.oneof(name, name, text, number)), 2),
    // Keys with dots go before nested ones, whole names only.
    'proc.name': seldom(around(text)),
    'deep.er': seldom(inside({ x: around(text) })),
    'deep.er.x': seldom(around(text)),
  })
  .map(
    (all) =>
      Object.fromEntries(
        Object.entries(all).filter(([, value]) => value !== undefined),
      ) as JsonObject,
  );
