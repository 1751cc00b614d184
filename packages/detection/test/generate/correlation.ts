import * as fc from 'fast-check';
import type { Plain } from '../reference/documents.ts';

const ID = '5d2c1a30-0000-4000-8000-00000000000';
const logsource = { category: 'test' };
const base = (name: string, at: number, selection: Plain): Plain => ({
  title: `Base ${name}`,
  id: `${ID}${at}`,
  name,
  logsource,
  detection: { selection, condition: 'selection' },
});

/** Rules that correlations are made of; some events are of two of them. */
const BASE: readonly Plain[] = [
  base('is_a', 1, { kind: 'a' }),
  base('is_b', 2, { kind: 'B' }),
  base('a_or_b', 3, { kind: ['a', 'b'] }),
  base('with_v', 4, { 'v|exists': true }),
  base('not_c', 5, { 'kind|neq': 'c' }),
];
const NAMES = BASE.map((rule) => String(rule['name']));

type Kind = 'count' | 'value' | 'temporal';
const bound = (kind: Kind): fc.Arbitrary<Plain> => {
  const value =
    kind === 'value'
      ? fc.constantFrom<unknown>(0, 1, 2, 2, 2.5, 3, 5, 25, 33, 50, 66, 100, 0.3, '3', 1e39)
      : fc.nat({ max: 4 });
  const single = fc
    .tuple(fc.constantFrom('gt', 'gte', 'gte', 'lt', 'lte', 'eq', 'neq'), value)
    .map(([op, of]): Plain => ({ [op]: of }));
  const range = fc
    .tuple(
      fc.constantFrom('gt', 'gte'),
      value,
      fc.constantFrom('lt', 'lte'),
      fc.integer({ min: 1, max: 30 }),
    )
    .map(([low, of, high, more]): Plain => ({ [low]: of, [high]: Number(of) + more }));
  return fc.oneof({ weight: 4, arbitrary: single }, { weight: 1, arbitrary: range });
};

/** Correlations of these types, over the values of one of these fields. */
const valued = (types: readonly string[], fields: readonly string[], of: fc.Arbitrary<Plain>) =>
  fc
    .tuple(fc.constantFrom(...types), of, fc.constantFrom(...fields))
    .map(([type, condition, field]): Plain => ({ type, condition: { ...condition, field } }));
const shape: fc.Arbitrary<Plain> = fc.oneof(
  {
    weight: 3,
    arbitrary: bound('count').map((condition): Plain => ({ type: 'event_count', condition })),
  },
  { weight: 2, arbitrary: valued(['value_count'], ['w', 'w', 'w', 'v', 'g'], bound('count')) },
  {
    weight: 4,
    arbitrary: valued(
      ['value_sum', 'value_avg', 'value_median'],
      ['v', 'v', 'v', 'v', 'h', 'time'],
      bound('value'),
    ),
  },
  { weight: 2, arbitrary: valued(['value_percentile'], ['v', 'v', 'v', 'g'], bound('value')) },
  { weight: 2, arbitrary: fc.constant<Plain>({ type: 'temporal' }) },
  {
    weight: 1,
    arbitrary: bound('temporal').map((condition): Plain => ({ type: 'temporal', condition })),
  },
  { weight: 3, arbitrary: fc.constant<Plain>({ type: 'temporal_ordered' }) },
);

/** How groups are made: by fields, by an alias that is another field in each rule, or one group. */
const grouping = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<string[]>(['g'], ['g'], ['g', 'h'], ['h'], []) },
  { weight: 2, arbitrary: fc.constantFrom<string[]>(['who'], ['who', 'h'], ['g', 'who']) },
);

/** What a correlation may refer to: rules, or correlations with the fields they group by. */
type Reference = { name: string; groupBy: readonly string[] | null };

/** A correlation over some of these references; named, so that others may refer to it. */
function correlationOver(name: string, references: readonly Reference[]): fc.Arbitrary<Plain> {
  return fc
    .record({
      shape,
      rules: fc.shuffledSubarray([...references], { minLength: 1, maxLength: 3 }),
      groupBy: grouping,
      // Two units say the same length, and 90 s is no whole minute.
      timespan: fc.constantFrom('1s', '2s', '5s', '10s', '60s', '1m', '90s', '1h', '1d'),
      swap: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      generate: fc.option(fc.boolean(), { nil: undefined }),
      outside: fc.boolean(),
    })
    .map(({ shape: given, rules, groupBy: wanted, timespan, swap, generate, outside }): Plain => {
      const { groupBy, who } = grouped(rules, wanted, swap);
      const { type, condition } = valuesWithin(given, rules);
      const flag = generate === undefined ? {} : { generate };
      const correlation = {
        type,
        rules: plainOrList(
          rules.map((rule) => rule.name),
          outside,
        ),
        ...(groupBy.length === 0 && outside ? {} : { 'group-by': plainOrList(groupBy, outside) }),
        timespan,
        ...(groupBy.includes('who') ? { aliases: { who } } : {}),
        ...(condition === undefined ? {} : { condition }),
        ...(outside ? {} : flag),
      };
      return { title: `Correlation ${name}`, name, correlation, ...(outside ? flag : {}) };
    });
}

/** A list of one may be written without being a list. */
const plainOrList = (names: readonly string[], plain: boolean): unknown =>
  plain && names.length === 1 ? names[0] : names;

/** Groups that all references have: a correlation has only the fields it groups by. */
function grouped(rules: readonly Reference[], wanted: readonly string[], swap: readonly number[]) {
  const who: Record<string, string> = {};
  for (const [i, { name, groupBy }] of rules.entries()) {
    const fields = groupBy ?? ['g', 'h'];
    if (fields.length > 0) who[name] = fields[swap[i]! % fields.length]!;
  }
  const everyone = (field: string) =>
    rules.every(({ name, groupBy }) =>
      field === 'who' ? Object.hasOwn(who, name) : (groupBy?.includes(field) ?? true),
    );
  return { groupBy: wanted.filter(everyone), who };
}

/** The same shape when all references have the field of values, else one without values. */
function valuesWithin(given: Plain, rules: readonly Reference[]): Plain {
  const { field } = (given['condition'] ?? {}) as Plain;
  if (field === undefined) return given;
  const { groupBy } = rules.find((rule) => rule.groupBy !== null) ?? { groupBy: null };
  if (groupBy === null) return given;
  const common = groupBy.find((name) =>
    rules.every((rule) => rule.groupBy?.includes(name) ?? true),
  );
  if (common === undefined) return { type: 'temporal' };
  return { ...given, condition: { ...(given['condition'] as Plain), field: common } };
}

/** A filter that names rules, or narrows all of a log source, here perhaps of another one. */
const filter: fc.Arbitrary<Plain> = fc
  .record({
    reach: fc.oneof(
      fc.record({
        rules: fc.oneof(
          fc.subarray<unknown>([...NAMES], { minLength: 1, maxLength: 2 }),
          fc.constantFrom<unknown>([`${ID}1`], 'is_b'),
        ),
        of: fc.constant<Plain>(logsource),
      }),
      fc.record({
        rules: fc.constant<unknown>('any'),
        of: fc.constantFrom<Plain>(
          logsource,
          { category: 'other' },
          { category: 'test', product: 'p' },
        ),
      }),
    ),
    selection: fc.constantFrom<Plain>({ g: 'y' }, { 'v|gte': 2 }, { h: null }),
    condition: fc.constantFrom('selection', 'not selection', 'not selection'),
  })
  .map(({ reach: { rules, of }, selection, condition }): Plain => ({
    title: 'A filter',
    logsource: of,
    filter: { rules, selection, condition },
  }));

const rulesNamed = (names: readonly string[]): Reference[] =>
  names.map((name) => ({ name, groupBy: null }));
const held = (correlation: Plain): Reference => ({
  name: String(correlation['name']),
  groupBy: [(correlation['correlation'] as Plain)['group-by'] ?? []].flat() as string[],
});

/** Four correlations, the later ones also over the earlier ones. */
const correlations = fc
  .tuple(
    correlationOver('first', rulesNamed(NAMES)),
    correlationOver('second', rulesNamed([...NAMES.slice(0, 4), `${ID}5`])),
  )
  .chain((two) =>
    correlationOver('third', [...rulesNamed(NAMES.slice(0, 3)), ...two.map(held)]).chain((third) =>
      correlationOver('fourth', [...rulesNamed(['is_a']), ...[...two, third].map(held)]).map(
        (fourth) => [...two, third, fourth],
      ),
    ),
  );

/** Base rules, correlations of every type over them and over each other, at times a filter. */
export const correlationSet: fc.Arbitrary<Plain[]> = fc
  .tuple(
    correlations,
    fc.option(filter, { nil: undefined, freq: 4 }),
    fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  )
  .map(([made, narrowing, order]) => [
    ...BASE,
    ...(narrowing === undefined ? [] : [narrowing]),
    ...order.map((at) => made[at]!),
  ]);
