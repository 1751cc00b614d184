import { expect, test } from 'vitest';
import { selection } from '../../test/read-text.ts';
import { MODIFIERS } from './modifiers.ts';

// Each modifier alone and in chains, and the chains that mean nothing.
test.each([
  ['{ a|startswith: Foo }', 'a = foo*'],
  ['{ a|endswith: foo }', 'a = *foo'],
  ['{ a|contains: foo }', 'a = *foo*'],
  ["{ a|contains: '*foo*' }", 'a = *foo*'],
  ["{ a|endswith: '\\cmd.exe' }", 'a = *\\cmd.exe'],
  ["{ a|contains: 'x\\' }", 'a = *x\\*'],
  ['{ a|contains: 5 }', 'a = *5*'],
  ['{ a|contains|all: [x, y] }', '(a = *x* and a = *y*)'],
  ['{ a|all|contains: [x, y] }', '(a = *x* and a = *y*)'],
  ['{ a|cased: Foo }', 'a == Foo'],
  ['{ a|contains|cased: Foo }', 'a == *Foo*'],
  ['{ a|neq: [x, y] }', 'not (a = x or a = y)'],
  ['{ a|neq: null }', 'not a null'],
  ['{ a|neq: 5 }', 'not a = 5'],
  ['{ a|contains|neq: x }', 'not a = *x*'],
  ['{ a|exists: true }', 'a exists'],
  ['{ a|exists: false }', 'not a exists'],
  ["{ a|re: '^a*$' }", 'a /^a*$/'],
  ["{ a|re|s|i|m: 'a' }", 'a /a/ims'],
  ["{ a|re|neq: 'a' }", 'not a /a/'],
  ["{ a|re|all: ['a', 'b'] }", '(a /a/ and a /b/)'],
  ['{ a|cidr: 10.0.0.0/8 }', 'a in 10.0.0.0/8'],
  ['{ a|cidr: [10.0.0.0/8, 192.168.0.0/16] }', '(a in 10.0.0.0/8 or a in 192.168.0.0/16)'],
  ['{ a|cidr|neq: 10.0.0.0/8 }', 'not a in 10.0.0.0/8'],
  ['{ a|lt: 5 }', 'a lt 5'],
  ["{ a|gte: '5.5' }", 'a gte 5.5'],
  ['{ a|gt: [5, 6] }', '(a gt 5 or a gt 6)'],
  ['{ t|hour: 3 }', 't hour eq 3'],
  ['{ t|hour|gte: 22 }', 't hour gte 22'],
  ['{ t|lt|hour: 6 }', 't hour lt 6'],
  ['{ t|week: [1, 53] }', '(t week eq 1 or t week eq 53)'],
  ['{ t|year|neq: 2025 }', 'not t year eq 2025'],
  ['{ a|fieldref: b }', 'a equals b'],
  ['{ a|fieldref|startswith: b }', 'a startswith b'],
  ['{ a|endswith|fieldref: b }', 'a endswith b'],
  ['{ a|fieldref|neq|cased: b.c }', 'not a equals cased b.c'],
  ["{ a|fieldref: 'b*' }", 'a equals b*'],
  ['{ a|base64: foo }', 'a = zm9v'],
  ['{ a|base64|cased: foo }', 'a == Zm9v'],
  ['{ a|wide|base64: foo }', 'a = zgbvag8a'],
  ['{ a|utf16le|base64|cased: foo }', 'a == ZgBvAG8A'],
  ['{ a|utf16be|base64|cased: foo }', 'a == AGYAbwBv'],
  ['{ a|utf16|base64|cased: foo }', 'a == //5mAG8AbwA='],
  ['{ a|base64offset|contains|cased: foo }', '(a == *Zm9v* or a == *Zvb* or a == *mb2*)'],
  [
    "{ a|windash|contains: ' -f' }",
    '(a = * -f* or a = * /f* or a = * –f* or a = * —f* or a = * ―f*)',
  ],
  ["{ a|contains|windash|all: ['x', 'y'] }", '(a = *x* and a = *y*)'],
])('%s', (text, expected) => {
  expect(selection(text)).toBe(expected);
});

test.each([
  ['{ a|frob: 1 }', '4:12 MODIFIER'],
  ['{ a|Contains: x }', '4:12 MODIFIER'],
  ['{ a|: x }', '4:12 MODIFIER'],
  ["{ 'a|contains|frob|': x }", '4:22 MODIFIER, 4:27 MODIFIER'],
  ['{ a|contains|contains: x }', '4:21 MODIFIER'],
  ['{ a|all: x }', '4:12 MODIFIER'],
  ['{ a|contains|all: [x] }', '4:21 MODIFIER'],
  ['{ a|re|contains: x }', '4:15 MODIFIER'],
  ['{ a|contains|re: x }', '4:12 MODIFIER'],
  ['{ a|re|cased: x }', '4:15 MODIFIER'],
  ['{ a|i: x }', '4:12 MODIFIER'],
  ['{ a|i|re: x }', '4:12 MODIFIER'],
  ['{ a|startswith|endswith: x }', '4:23 MODIFIER'],
  ['{ a|contains|startswith: x }', '4:21 MODIFIER'],
  ['{ a|lt|gt: 5 }', '4:15 MODIFIER'],
  ['{ a|hour|minute: 5 }', '4:17 MODIFIER'],
  ['{ a|cidr|contains: 10.0.0.0/8 }', '4:17 MODIFIER'],
  ['{ a|cidr|re: 10.0.0.0/8 }', '4:12 MODIFIER'],
  ['{ a|gt|cased: 5 }', '4:15 MODIFIER'],
  ['{ a|gt|neq: 5 }', '4:15 MODIFIER'],
  ['{ a|exists|contains: true }', '4:19 MODIFIER'],
  ['{ a|exists|neq: true }', '4:19 MODIFIER'],
  ['{ a|fieldref|base64: b }', '4:21 MODIFIER'],
  ['{ a|fieldref|gt: b }', '4:21 MODIFIER'],
  ['{ a|contains|base64offset: foo }', '4:21 MODIFIER'],
  ['{ a|base64|wide: foo }', '4:19 MODIFIER'],
  ['{ a|base64|base64offset: foo }', '4:19 MODIFIER'],
  ['{ a|base64|windash: foo }', '4:19 MODIFIER'],
])('wrong chain: %s', (text, expected) => {
  expect(selection(text)).toBe(expected);
});

test.each([
  ['{ a|exists: 1 }', '4:20 VALUE'],
  ["{ a|exists: 'true' }", '4:20 VALUE'],
  ['{ a|exists: [true, false] }', '4:20 DETECTION'],
  ['{ a|exists: null }', '4:20 VALUE'],
  ['{ a|gt: x }', '4:16 VALUE'],
  ['{ a|gt: true }', '4:16 VALUE'],
  ['{ a|gt: null }', '4:16 VALUE'],
  ["{ a|gt: ' 5' }", '4:16 VALUE'],
  ['{ a|contains: null }', '4:22 VALUE'],
  ['{ a|cased: null }', '4:19 VALUE'],
  ['{ a|hour: x }', '4:18 VALUE'],
  ['{ a|fieldref: 5 }', '4:22 VALUE'],
  ['{ a|cidr: x }', '4:18 CIDR'],
  ['{ a|cidr: 10.0.0.0/40 }', '4:18 CIDR'],
  ["{ a|re: '(' }", '4:16 REGEX'],
  ["{ a|re: '(?=x)' }", '4:16 REGEX'],
  ["{ a|re: '(a)\\1' }", '4:16 REGEX'],
  ["{ a|re: '((a{100}){9}x{9}){11}' }", '4:16 REGEX'],
  ["{ a|base64: 'x*' }", '4:20 VALUE'],
  ['{ a|base64offset|contains: x }', '4:35 VALUE'],
  ["{ a|windash: ' -a -b -c -d -e' }", '4:21 EXPANSION'],
])('wrong value: %s', (text, expected) => {
  expect(selection(text)).toBe(expected);
});

test('placeholders stand for their values, in every combination', () => {
  const placeholders = { Servers: ['srv*', 'web1'], One: ['x'], nets: ['10.0.0.0/8'] };
  const read = (text: string) => selection(text, { placeholders });
  expect(read("{ a|expand: '%Servers%' }")).toBe('(a = srv* or a = web1)');
  expect(read("{ a|expand|contains: '%One%-%Servers%' }")).toBe('(a = *x-srv* or a = *x-web1*)');
  expect(read("{ a|expand: '\\%plain%One%' }")).toBe('a = %plainx');
  expect(read("{ a: '%Servers%' }")).toBe('a = %servers%');
  expect(read("{ a|cidr|expand: '%nets%' }")).toBe('a in 10.0.0.0/8');
  expect(read("{ a|expand: ['%One%', y] }")).toBe('(a = x or a = y)');
  expect(read("{ a|expand: 'at %Gone%' }")).toBe('4:24 PLACEHOLDER');
  expect(read("{ a|expand: '%__proto__%' }")).toBe('4:21 PLACEHOLDER');
  expect(selection("{ a|expand: '%x%' }", { unresolved: 'warning' })).toBe(
    '4:21 warning PLACEHOLDER',
  );
});

test('all modifiers of the specification are known', () => {
  expect([...MODIFIERS].sort()).toEqual(
    `all base64 base64offset cased cidr contains day endswith exists expand fieldref gt gte hour i lt lte
     m minute month neq re s startswith utf16 utf16be utf16le week wide windash year`.split(/\s+/),
  );
});
