import { expect, test } from 'vitest';
import { addressBytes, parseCidr } from './cidr.ts';

// Networks are read exactly, and nothing else is taken for one.
test.each([
  ['10.0.0.0/8', [10, 0, 0, 0], 8],
  ['192.168.1.7', [192, 168, 1, 7], 32],
  ['0.0.0.0/0', [0, 0, 0, 0], 0],
  ['172.16.0.0/12', [172, 16, 0, 0], 12],
  ['2001:db8::/32', [0x20, 1, 0x0d, 0xb8, ...Array<number>(12).fill(0)], 32],
  ['::/0', Array<number>(16).fill(0), 0],
  ['::1', [...Array<number>(15).fill(0), 1], 128],
  ['fe80::/10', [0xfe, 0x80, ...Array<number>(14).fill(0)], 10],
  ['::ffff:10.0.0.0/104', [...Array<number>(10).fill(0), 255, 255, 10, 0, 0, 0], 104],
])('%s', (text, bytes, bits) => {
  expect(parseCidr(text)).toEqual({ test: { kind: 'cidr', bytes, bits }, exact: true });
});

test('bits behind the prefix are cut off and told', () => {
  expect(parseCidr('10.1.2.3/9')).toEqual({
    test: { kind: 'cidr', bytes: [10, 0, 0, 0], bits: 9 },
    exact: false,
  });
  expect(parseCidr('10.128.2.3/9')!.test.bytes).toEqual([10, 128, 0, 0]);
});

test.each([
  ['10.0.0.0/33', '10.0.0/8', '10.0.0.256/8', '10.0.0.0/', '10.0.0.0/08', '010.0.0.0/8'],
  ['10.0.0.0/8/8', 'x', '', '/8', '2001:db8::/129', '1:2:3:4:5:6:7', ':::', '1::2::3', '12345::'],
  ['1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8::', '10.0.0.0/-1', '1.2.3.4::', '10.0.0.0 /8'],
])('no network: %s %s %s', (...texts) => {
  for (const text of texts) expect(parseCidr(text), text).toBeNull();
});

test('an address is four or sixteen bytes', () => {
  expect(addressBytes('1.2.3.4')).toEqual([1, 2, 3, 4]);
  expect(addressBytes('1:2:3:4:5:6:7:8')).toHaveLength(16);
  expect(addressBytes('localhost')).toBeNull();
});
