import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Linked, LinkedDetection, Rule } from '../ir/detection.ts';
import type { Expression, PatternPart, PatternTest, Test } from '../ir/expression.ts';
import { fold, type Scalar, textOf } from '../ir/values.ts';
import { compileStream } from './compile-stream.ts';
import { valueTest } from './value-test.ts';

// Goal: what the stream finds is what the meaning of expressions says, with the index and without it.

const FIELDS = ['a', 'b', 'a.b', 'c.d', 'toString'];
const WORDS = ['alpha', 'Beta', 'al', 'x', '', 'gamma delta', 'ΣΑΣ', 'İx', 'kelvin', '/bin/alpha'];

const rule = (condition: Expression, title = 'r'): Rule => ({
  kind: 'rule',
  id: null,
  name: null,
  title,
  description: null,
  status: null,
  level: null,
  tags: [],
  falsePositives: [],
  references: [],
  custom: {},
  file: 'r.yml',
  position: { line: 1, column: 1 },
  logSource: {},
  condition,
  fields: [],
});

const linkedOf = (conditions: readonly Expression[]): Linked => ({
  detections: conditions.map((condition): LinkedDetection => ({
    rule: rule(condition),
    correlation: null,
    members: null,
    reports: true,
  })),
});

const word = fc.constantFrom(...WORDS);

const pattern = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom<PatternPart>('any', 'any', 'one'), word), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([parts, cased]): PatternTest => {
    const made = parts.map((part) =>
      part === 'any' || part === 'one' ? part : { text: cased ? String(part) : fold(String(part)) },
    );
    return { kind: 'pattern', parts: made, cased };
  });

const regexPiece = fc.constantFrom(
  ...[
    'alpha',
    'Beta',
    'kelvin',
    'ss',
    '.*',
    'x?',
    '(?:al|be)',
    '[a-z]+',
    String.raw`\.`,
    'a{2}',
    '^',
    '$',
    '|',
    '/bin',
  ],
);
const regex = fc
  .tuple(fc.array(regexPiece, { minLength: 1, maxLength: 4 }), fc.constantFrom('', 'i', 'is'))
  .map(([pieces, flags]) => ({ kind: 'regex' as const, source: pieces.join(''), flags }));

const textual = fc.oneof({ weight: 4, arbitrary: pattern }, regex);
const fieldTest: fc.Arbitrary<Test> = fc.oneof(
  { weight: 6, arbitrary: textual },
  fc.constant<Test>({ kind: 'null' }),
  fc.constant<Test>({ kind: 'exists' }),
  fc.constant<Test>({ kind: 'compare', op: 'gte', value: 3 }),
  fc.record({
    kind: fc.constant('fieldref' as const),
    field: fc.constantFrom(...FIELDS),
    match: fc.constantFrom(...(['equals', 'startswith', 'endswith', 'contains'] as const)),
    cased: fc.boolean(),
  }),
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'e' },
    fc.record({
      kind: fc.constant('field' as const),
      field: fc.constantFrom(...FIELDS),
      test: fieldTest,
    }),
    fc.record({ kind: fc.constant('keyword' as const), test: textual }),
    fc.record({ kind: fc.constant('always' as const), value: fc.boolean() }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('expression'), { maxLength: 4, depthIdentifier: 'e' }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('expression') }),
  ),
}));

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.tuple(word, word).map((words) => words.join('')),
  word,
  fc.constantFrom<Scalar>(null, true, 3, 2.5, '10', 'KELVIN', 'ALPHA', 'ſſ'),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.array(fc.record({ b: scalar, d: fc.array(scalar, { maxLength: 2 }) }, { requiredKeys: [] }), {
    maxLength: 2,
  }),
  fc.record({ b: scalar, d: scalar }, { requiredKeys: [] }),
);
const event = fc.dictionary(fc.constantFrom('a', 'b', 'a.b', 'c', 'e', 'toString'), value, {
  maxKeys: 5,
});

// The meaning, as plainly as it can be said.

function find(place: unknown, keys: readonly string[]): unknown[] {
  let places = [place];
  for (const key of keys) {
    places = places.flatMap(elements).flatMap((one) => {
      const there = typeof one === 'object' && one !== null && Object.hasOwn(one, key);
      return there ? [(one as Record<string, unknown>)[key]] : [];
    });
  }
  return places;
}

function elements(place: unknown): unknown[] {
  return Array.isArray(place) ? place.flatMap(elements) : [place];
}

function scalarsIn(places: readonly unknown[]): Scalar[] {
  return places
    .flatMap(elements)
    .filter((one): one is Scalar => typeof one !== 'object' || one === null);
}

function everywhere(place: unknown): Scalar[] {
  if (typeof place !== 'object' || place === null) return [place as Scalar];
  return Object.values(place).flatMap(everywhere);
}

function holds(asked: Expression, of: Record<string, unknown>): boolean {
  switch (asked.kind) {
    case 'always':
      return asked.value;
    case 'and':
      return asked.of.every((part) => holds(part, of));
    case 'or':
      return asked.of.some((part) => holds(part, of));
    case 'not':
      return !holds(asked.of, of);
    case 'keyword':
      return everywhere(of).some(valueTest(asked.test));
    case 'field':
      return testHolds(asked.field, asked.test, of);
  }
}

function placesOf(field: string, of: Record<string, unknown>): unknown[] {
  return Object.hasOwn(of, field) ? [of[field]] : find(of, field.split('.'));
}

function testHolds(field: string, asked: Test, of: Record<string, unknown>): boolean {
  const found = placesOf(field, of);
  const scalars = scalarsIn(found);
  if (asked.kind === 'exists') return found.length > 0;
  if (asked.kind === 'null') return found.length === 0 || scalars.includes(null);
  if (asked.kind !== 'fieldref') return scalars.some(valueTest(asked));
  const ready = (one: Scalar) => {
    const text = textOf(one);
    return text === null ? [] : [asked.cased ? text : fold(text)];
  };
  const others = scalarsIn(placesOf(asked.field, of)).flatMap(ready);
  return scalars.flatMap(ready).some((text) =>
    others.some((other) => {
      if (asked.match === 'equals') return text === other;
      if (asked.match === 'contains') return text.includes(other);
      return asked.match === 'startswith' ? text.startsWith(other) : text.endsWith(other);
    }),
  );
}

/** Whether its regular expressions are such. */
const valid = (asked: Expression): boolean =>
  compileStream(linkedOf([asked]), { index: false }).problems.length === 0;

test('hits are those of the meaning, with the index and without', () => {
  fc.assert(
    fc.property(
      fc.array(expression.filter(valid), { minLength: 1, maxLength: 12 }),
      fc.array(event, { minLength: 1, maxLength: 8 }),
      (conditions, events) => {
        const linked = linkedOf(conditions);
        const expected = events.flatMap((one, at) =>
          conditions.flatMap((condition, detection) =>
            holds(condition, one) ? [{ detection, event: at }] : [],
          ),
        );
        for (const index of [true, false]) {
          const stream = compileStream(linked, { index });
          const found = events.flatMap((one) => stream.push(one));
          expect(found.map(({ detection, event: at }) => ({ detection, event: at }))).toEqual(
            expected,
          );
          expect(stream.faults).toEqual([]);
        }
      },
    ),
    { numRuns: 800 },
  );
});
