import { expect, test } from 'vitest';
import type { Scalar } from '../ir/values.ts';
import { addressBytes } from './ip-address.ts';
import { type ValueTest, valueTest } from './value-test.ts';

// Goal: each kind of test says of a value what ir/expression.ts says.

const cases: [ValueTest, Scalar[], Scalar[]][] = [
  [
    { kind: 'pattern', parts: [{ text: 'true' }], cased: false },
    ['true', 'TRUE', true],
    [false, null, 1, 'true '],
  ],
  [{ kind: 'pattern', parts: ['any', { text: '4' }], cased: true }, [4, 1.4, '…4'], [40, null, '']],
  [{ kind: 'pattern', parts: [{ text: 'Ab' }], cased: true }, ['Ab'], ['ab', 'AB']],
  [{ kind: 'regex', source: '^a.c$', flags: 'ims' }, ['ABC', 'x\na\nc\ny'], ['abcd', null]],
  [{ kind: 'regex', source: 'b+', flags: '' }, ['abbc'], ['ABBC', '']],
  [
    { kind: 'cidr', bytes: [10, 32, 0, 0], bits: 11 },
    ['10.32.0.1', '10.63.255.255'],
    ['10.64.0.0', '10.32.0', '10.032.0.1', '::ffff:10.32.0.1', 10, null, 'x'],
  ],
  [
    { kind: 'cidr', bytes: [0x20, 1, 0xd, 0xb8, ...Array<number>(12).fill(0)], bits: 33 },
    ['2001:db8::1', '2001:DB8:7fff::', '2001:db8:0:0:1::1.2.3.4'],
    ['2001:db8:8000::', '2001:db9::', '::', '2001:db8::1::'],
  ],
  [
    { kind: 'compare', op: 'gte', value: 10 },
    [10, '10', '1e1', '+10.0', 11],
    [9, '9', ' 10', 'ten', true, null, '', '0x10', Infinity],
  ],
  [
    { kind: 'time-part', part: 'hour', op: 'eq', value: 15 },
    ['2024-12-01T15:59:00Z', '2024-12-02T00:30:00+09:00', 1_733_066_000_000, 1_733_066_000],
    ['2024-12-01', 'x', null, true],
  ],
];

test.each(cases)('%j', (how, yes, no) => {
  const holds = valueTest(how);
  expect(yes.filter((value) => !holds(value))).toEqual([]);
  expect(no.filter((value) => holds(value))).toEqual([]);
});

test('addresses are read strictly', () => {
  const no = ['', '1.2.3', '1.2.3.4.5', '1.2.3.256', '01.2.3.4', '1..3.4', ':', ':::', '1:2'];
  const more = ['::1%eth0', '[::1]', '1:2:3:4:5:6:7::8', 'g::', '::1.2.3', '12345::', '1::2::3'];
  expect([...no, ...more].filter((text) => addressBytes(text) !== null)).toEqual([]);
  expect(addressBytes('0.0.0.0')).toEqual([0, 0, 0, 0]);
  expect(addressBytes('::')).toEqual(Array(16).fill(0));
  expect(addressBytes('1:2:3:4:5:6:7::')).toEqual([0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0]);
  expect(addressBytes('::FFFF:1.2.3.4')?.slice(10)).toEqual([255, 255, 1, 2, 3, 4]);
});
