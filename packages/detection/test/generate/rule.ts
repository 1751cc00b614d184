import * as fc from 'fast-check';
import type { Plain } from '../reference/documents.ts';
import { type FieldItem, fieldItem } from './field-item.ts';
import { TEXTS } from './pool.ts';
import { regexSource } from './regex.ts';
import { partValue } from './value.ts';

/** A map of lines; when two have the same key the later one stays. */
function mapOf(items: readonly FieldItem[]): Plain {
  return Object.fromEntries(items.map(({ key, value }) => [key, value]));
}

const map = fc
  .oneof(
    { weight: 3, arbitrary: fc.tuple(fieldItem) },
    { weight: 2, arbitrary: fc.array(fieldItem, { minLength: 2, maxLength: 3 }) },
  )
  .map(mapOf);
const keyword = fc.oneof(
  { weight: 4, arbitrary: partValue.filter((text) => text !== '') },
  { weight: 1, arbitrary: fc.constantFrom<string | number>(10, 1, '*', 'c?d', 'adm') },
);
const regexes = fc.array(regexSource, { minLength: 1, maxLength: 2 });
const keywords = fc.array(keyword, { minLength: 1, maxLength: 3 });
const keywordKeys = fc.oneof(
  fc.array(keyword, { minLength: 2, maxLength: 3 }).map((values): Plain => ({ '|all': values })),
  keywords.map((values): Plain => ({ '|cased': values })),
  keywords.map((values): Plain => ({ '|startswith': values })),
  keywords.map((values): Plain => ({ '|endswith|cased': values })),
  regexes.map((values): Plain => ({ '|re|i': values })),
  regexes.map((values): Plain => ({ '|re': values, 'n|exists': true })),
);

/** A search: a map, a list of maps, keywords of which one or all must be there, one keyword. */
export const search: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: map },
  { weight: 2, arbitrary: fc.array(map, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: keywords },
  { weight: 1, arbitrary: keywordKeys },
);

const NAMES = ['selection', 'sel_1', 'sel_2', 'filter_a', 'keywords', '_hidden'];

/** A condition over searches of these names; every shape that the grammar has. */
function conditionOver(names: readonly string[]): fc.Arbitrary<string> {
  const shown = names.filter((name) => !name.startsWith('_'));
  const patterns = [
    ...shown.map((name) => `${name.slice(0, 3)}*`),
    ...(shown.length > 0 ? ['them'] : []),
  ];
  const { any } = fc.letrec<{ any: string; term: string }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'condition' },
      { weight: 3, arbitrary: tie('term') },
      {
        weight: 2,
        arbitrary: fc
          .tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any'))
          .map((words) => words.join(' ')),
      },
      { weight: 2, arbitrary: tie('any').map((inner) => `not (${inner})`) },
      { weight: 1, arbitrary: tie('any').map((inner) => `( ${inner} )`) },
    ),
    term: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: fc.constantFrom(...names).map((name) => `not ${name}`) },
      {
        weight: patterns.length > 0 ? 2 : 0,
        arbitrary: fc
          .tuple(fc.constantFrom('1', 'any', 'all'), fc.constantFrom('them', ...patterns))
          .map((words) => words.join(' of ')),
      },
      { weight: shown.length > 1 ? 1 : 0, arbitrary: fc.constant('2 of them') },
    ),
  }));
  return any;
}

/** A `detection` section: searches and a condition, or several conditions of which one must hold. */
export const detection: fc.Arbitrary<Plain> = fc
  .subarray(NAMES, { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc
      .record({
        searches: fc.tuple(...names.map(() => search)),
        condition: fc.oneof(
          { weight: 6, arbitrary: conditionOver(names) },
          { weight: 1, arbitrary: fc.array(conditionOver(names), { minLength: 1, maxLength: 2 }) },
        ),
      })
      .map(({ searches, condition }): Plain => ({
        ...Object.fromEntries(names.map((name, i) => [name, searches[i]])),
        condition,
      })),
  );

/** A rule document without a name. */
export const rule: fc.Arbitrary<Plain> = fc.record({
  title: fc
    .constantFrom('A rule', 'Another: "rule"', ...TEXTS.slice(0, 3))
    .map((text) => `About ${text}`),
  logsource: fc.constantFrom<Plain>({ category: 'test' }, { category: 'test', product: 'p' }),
  detection,
});
