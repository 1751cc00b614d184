import { expect, test } from 'vitest';
import { meaning, selection } from '../../test/read-text.ts';

// What the structures and values of a detection mean.
test.each([
  ['{ a: foo }', 'a = foo'],
  ['{ a: FOO, b: 1 }', '(a = foo and b = 1)'],
  ['{ a: [x, y] }', '(a = x or a = y)'],
  ['{ a: [x] }', 'a = x'],
  ['[{ a: x }, { b: y, c: z }]', '(a = x or (b = y and c = z))'],
  ['[{ a: [x, y] }]', '(a = x or a = y)'],
  ['[foo, b?r]', '(any = *foo* or any = *b?r*)'],
  ['foo', 'any = *foo*'],
  ['[foo, 5, true]', '(any = *foo* or any = *5* or any = *true*)'],
  ['[foo, { a: x }]', '(any = *foo* or a = x)'],
  ["{ '|all': [foo, bar] }", '(any = *foo* and any = *bar*)'],
  ["{ '': foo }", 'any = *foo*'],
  ["{ '|contains': foo }", 'any = *foo*'],
  ["{ '|startswith': foo }", 'any = foo*'],
  ["{ '|endswith': foo }", 'any = *foo'],
  ["{ '|re': '^a+' }", 'any /^a+/'],
  ["{ '|re|i': ['a', 'b'] }", '(any /a/i or any /b/i)'],
  ["{ '|re|all': ['a', 'b'] }", '(any /a/ and any /b/)'],
  ["{ '|cased': Foo }", 'any == *Foo*'],
  ["{ '|neq': Foo }", 'not any = *foo*'],
  ["{ '|windash': '-f' }", '(any = *-f* or any = */f* or any = *–f* or any = *—f* or any = *―f*)'],
  ["{ '|all': [foo, bar], a: x }", '((any = *foo* and any = *bar*) and a = x)'],
  ['{ a: null }', 'a null'],
  ['{ a: ~ }', 'a null'],
  ['{ a: }', 'a null'],
  ["{ a: '' }", 'a = '],
  ["{ a: ['', x] }", '(a =  or a = x)'],
  ["{ a: '*' }", 'a = *'],
  ['{ a: 5 }', 'a = 5'],
  ['{ a: 5.0 }', 'a = 5'],
  ['{ a: 0x17 }', 'a = 23'],
  ['{ a: 1e21 }', 'a = 1e+21'],
  ['{ a: -0.5 }', 'a = -0.5'],
  ['{ a: true }', 'a = true'],
  ["{ a: 'f*o?' }", 'a = f*o?'],
  ["{ a: 'f\\*o' }", 'a = f\\*o'],
  ['{ a.b.c: x }', 'a.b.c = x'],
  ["{ 'a b': x }", 'a b = x'],
])('%s', (text, expected) => {
  expect(selection(text)).toBe(expected);
});

test.each([
  ['{}', '4:8 DETECTION'],
  ['[]', '4:8 DETECTION'],
  ['{ a: [] }', '4:13 DETECTION'],
  ['{ a: { b: c } }', '4:13 DETECTION'],
  ['{ a: [[x]] }', '4:14 DETECTION'],
  ['[[x]]', '4:9 DETECTION'],
  ["{ a: ['', null] }", '4:18 DETECTION'],
  ['[null]', '4:9 VALUE'],
  ['', '4:8 VALUE'],
  ["{ ' a': x }", '4:10 DETECTION'],
  ["{ '|gt': 5 }", '4:12 MODIFIER'],
  ["{ '|exists': true }", '4:12 MODIFIER'],
  ["{ '|cidr': 10.0.0.0/8 }", '4:12 MODIFIER'],
  ["{ '|fieldref': b }", '4:12 MODIFIER'],
  ["{ '|hour': 3 }", '4:12 MODIFIER'],
  ['{ a: x, a: y }', '4:16 YAML_KEY'],
])('wrong: %s', (text, expected) => {
  expect(selection(text)).toBe(expected);
});

test('all errors of a detection are told, each at its place', () => {
  expect(
    meaning(`one:
  a|frob: 1
  b|cidr:
    - 10.0.0.0/8
    - nonsense
    - 10.0.0/8
two:
  - c|re: '(?!x)'
condition: one or too and`),
  ).toBe('5:7 MODIFIER, 8:9 CIDR, 9:9 CIDR, 11:13 REGEX, 12:21 SELECTION, 12:28 CONDITION');
});

test('conditions in a list hold when any does', () => {
  expect(meaning('a: {x: 1}\nb: {y: 1}\ncondition: [a, not b]')).toBe('(x = 1 or not y = 1)');
  expect(meaning('a: {x: 1}\ncondition: []')).toBe('5:14 CONDITION');
  expect(meaning('a: {x: 1}\ncondition: [a, [a]]')).toBe('5:18 CONDITION');
  expect(meaning('a: {x: 1}\ncondition:')).toBe('5:13 CONDITION');
});

test('a place in a condition is found in quotes, blocks and folded lines', () => {
  expect(meaning('a: {x: 1}\ncondition: "a or b"')).toBe('5:20 SELECTION');
  expect(meaning('a: {x: 1}\ncondition: >\n  a or a\n  or b')).toBe('7:8 SELECTION');
  expect(meaning('a: {x: 1}\ncondition: a or a\n  or b')).toBe('6:8 SELECTION');
  expect(meaning('a: {x: 1}\ncondition: a\n  b')).toBe('6:5 CONDITION');
  expect(meaning('a: {x: 1}\ncondition: "\\x61 or b"')).toBe('5:23 SELECTION');
});

test('a missing condition and a selection that nothing uses', () => {
  expect(meaning('a: {x: 1}')).toBe('3:1 CONDITION');
  expect(meaning('a: {x: 1}\nconditon: a')).toBe('3:1 CONDITION');
});

test('YAML anchors and merged maps are followed', () => {
  expect(meaning('a: &a {x: 1}\nb: {<<: *a, y: 2}\nc: *a\ncondition: all of them')).toBe(
    '(x = 1 and (y = 2 and x = 1) and x = 1)',
  );
});
