import { expect, test } from 'vitest';
import { show } from '../../test/show.ts';
import type { Expression } from '../ir/expression.ts';
import { readCondition } from './condition.ts';

// The grammar of conditions: what binds how, which selections are meant, and where it is wrong.
const names = ['a', 'b', 'c', 'sel_1', 'sel_2', 'sel_x', '_hidden', 'of', 'filter-main', '1'];
const selections = new Map<string, Expression>(
  names.map((name) => [name, { kind: 'field', field: name, test: { kind: 'exists' } }]),
);

function read(text: string): string {
  const { expression, faults } = readCondition(text, selections);
  return expression
    ? show(expression).replaceAll(' exists', '')
    : faults.map(({ index, code }) => `${index} ${code}`).join(', ');
}

test.each([
  ['a', 'a'],
  ['a and b or c', '((a and b) or c)'],
  ['a or b and c', '(a or (b and c))'],
  ['a or b or c', '(a or b or c)'],
  ['not a and b', '(not a and b)'],
  ['not (a and b)', 'not (a and b)'],
  ['not not a', 'not not a'],
  ['a AND NOT b Or c', '((a and not b) or c)'],
  ['(((a)))', 'a'],
  ['(a or b)and(c)', '((a or b) and c)'],
  ['  a\n  and b ', '(a and b)'],
  ['filter-main and not 1', '(filter-main and not 1)'],
  ['1 of sel_*', '(sel_1 or sel_2 or sel_x)'],
  ['all of sel_*', '(sel_1 and sel_2 and sel_x)'],
  ['any of sel_*', '(sel_1 or sel_2 or sel_x)'],
  ['ALL OF sel_1', 'sel_1'],
  ['2 of sel_*', '((sel_1 and (sel_2 or sel_x)) or (sel_2 and sel_x))'],
  ['3 of sel_*', '(sel_1 and sel_2 and sel_x)'],
  ['not 1 of sel_* and a', '(not (sel_1 or sel_2 or sel_x) and a)'],
  ['1 of *_x', 'sel_x'],
  ['1 of s*l*2', 'sel_2'],
  ['1 of _*', '_hidden'],
  ['1 of *hidden', '5 SELECTION'],
  ['a and _hidden', '(a and _hidden)'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('"them" is all but those with an underscore', () => {
  const { used } = readCondition('1 of them', selections);
  expect([...used]).toEqual(names.filter((name) => name !== '_hidden'));
});

test.each([
  ['', '0 CONDITION'],
  ['a and', '5 CONDITION'],
  ['and a', '0 CONDITION'],
  ['a b', '2 CONDITION'],
  ['a and or b', '6 CONDITION'],
  ['(a or b', '0 CONDITION'],
  ['a or b)', '6 CONDITION'],
  ['()', '1 CONDITION'],
  ['not', '3 CONDITION'],
  ['a not b', '2 CONDITION'],
  ['x and a or y', '0 SELECTION, 11 SELECTION'],
  ['A', '0 SELECTION'],
  ['1 of', '4 CONDITION'],
  ['1 of (a)', '5 CONDITION'],
  ['most of sel_*', '0 CONDITION'],
  ['0 of sel_*', '5 SELECTION'],
  ['4 of sel_*', '5 SELECTION'],
  ['1 of nothing*', '5 SELECTION'],
  ['a | count() > 5', '2 AGGREGATION'],
  ['a | count(x) by y > 5', '2 AGGREGATION'],
  ['(a | near b)', '3 AGGREGATION'],
  [`${'('.repeat(65)}a${')'.repeat(65)}`, '64 CONDITION'],
])('wrong: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('a slip is guessed at, an old aggregation is told what replaces it', () => {
  const hint = (text: string) => readCondition(text, selections).faults[0]!.hint;
  expect(hint('sel_y')).toBe('did you mean "sel_1"?');
  expect(hint('Filter-main')).toBe('did you mean "filter-main"?');
  expect(hint('1 of zel_*')).toMatch(/^there is|did you mean/);
  expect(hint('a | count() > 5')).toContain('correlation');
});

test('a selection with an error of its own is not reported again', () => {
  const { expression, faults } = readCondition('a and b', new Map([...selections, ['b', null]]));
  expect(expression).toBeNull();
  expect(faults).toEqual([]);
});
