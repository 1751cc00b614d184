import { expect, test } from 'vitest';
import { documentsOf, placesOf } from '../../test/read-text.ts';

// Filters: which rules they are for and what they add.
const FILTER = `title: t
logsource: { category: test }
filter:
  rules: [one, two]
  selection: { a|startswith: adm_ }
  condition: not selection
`;

test('everything a filter says is kept', () => {
  expect(documentsOf(FILTER)[0]).toMatchObject({
    kind: 'filter',
    title: 't',
    logSource: { category: 'test' },
    rules: ['one', 'two'],
    condition: { kind: 'not', of: { kind: 'field', field: 'a' } },
  });
  expect(documentsOf(FILTER.replace('[one, two]', 'any'))[0]).toMatchObject({ rules: 'any' });
  expect(documentsOf(FILTER.replace('[one, two]', 'one'))[0]).toMatchObject({ rules: ['one'] });
});

test.each([
  ['[one, two]', '[]', ['4:10 FILTER']],
  ['  rules: [one, two]\n', '', ['3:1 FILTER']],
  ['logsource: { category: test }\n', '', ['1:1 LOGSOURCE']],
  ['not selection', 'not selektion', ['6:18 SELECTION']],
  ['  condition: not selection\n', '', ['3:1 CONDITION']],
  ['a|startswith', 'a|startwith', ['5:18 MODIFIER']],
])('%s → %s', (from, to, expected) => {
  expect(placesOf(FILTER.replace(from, to))).toEqual(expected);
});

test('a filter is a map', () => {
  expect(placesOf('title: t\nlogsource: { category: x }\nfilter: 5\n')).toEqual(['3:9 FILTER']);
});
