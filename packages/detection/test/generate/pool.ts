import { Buffer } from 'node:buffer';
import type { Json } from '../reference/event.ts';

/**
 * Few values, shared by events and rules so that rules do match, and chosen to be awkward: letters
 * whose lower case is longer or depends on its place, marks, pairs, dashes, wildcards, backslashes,
 * lines, control characters, right-to-left, texts that are nearly numbers, addresses, moments.
 */
const PLAIN = ['cmd -p x', 'CMD /p x', 'cmd \u2013p', 'adm_1', 'ADM_2', 'a', 'A', 'ab', ''];

const UNICODE = [
  '\u0130stanbul',
  'istanbul',
  'stra\u00dfe',
  'STRASSE',
  '\u0391\u03a3',
  '\u0391\u03a3',
  '\u0391\u03c2',
  '\u03b1\u03c2',
  '\u03a3',
  'e\u0301',
  '\u00e9',
  '\u{1f44d}a',
  '\u{1f44d}\u{1f44d}',
  '\u05e9\u05dc\u200f',
  '\u212a',
  'k',
  '\u017f',
  's',
];

const AWKWARD = [
  'a*b',
  'a?b',
  'a\\*b',
  'a\\b',
  'C:\\x\\',
  '\\\\srv\\c$',
  'x\ny',
  'x\ny',
  'x\ny\nx',
  'x\r\ny',
  'x\ry',
  'x\ry',
  'x\u2028y',
  'x y',
  '\u0000',
  'a\u0000b',
  '\t',
  ' ',
  '100%',
  '_',
  "it's",
  '"q"',
  '[1]',
  '{"a":1}',
  'a|b',
  'a.b+(c)',
  '$1',
  '%name%',
  'null',
  'true',
];

const base64 = (text: string, encoding: 'utf8' | 'utf16le' = 'utf8') =>
  Buffer.from(text, encoding).toString('base64');

/** Texts that hold others in Base64 or UTF-16. */
export const ENCODED: readonly string[] = [
  base64('adm_1'),
  base64('xadm_1x'),
  base64('xxadm_1'),
  base64('\u00e9'),
  base64('cmd', 'utf16le'),
  base64('xcmd -p', 'utf16le'),
  'c\u0000m\u0000d\u0000',
];

/** Fewer still, for fields that are compared with each other. */
export const NAMES: readonly string[] = ['a', 'A', 'ab', 'adm_1', 'ADM_1', '\u03a3', '\u03c3'];

/** Texts by themselves; rules take theirs from here and bend them. */
export const TEXTS: readonly string[] = [
  ...[...PLAIN, ...UNICODE, ...AWKWARD, ...ENCODED],
  ...NAMES,
];

export const NUMBERS: readonly Json[] = [
  0,
  1,
  2,
  10,
  -3,
  0.5,
  1e21,
  1e-7,
  '10',
  '1e1',
  '10.0',
  '+10',
  ' 10',
  '0x10',
  '.5',
  '5.',
  '-3',
  '-0',
  '1e400',
  '1_0',
  '\u0661',
  'NaN',
  'Infinity',
  '',
  true,
  false,
];

export const ADDRESSES: readonly Json[] = [
  '10.0.0.1',
  '10.0.1.255',
  '10.128.0.1',
  '192.168.0.1',
  '::1',
  '::',
  '2001:db8::1',
  '2001:DB8:0:0::1',
  '2001:db9::',
  '::ffff:10.0.0.1',
  '10.0.0.1:80',
  '010.0.0.1',
  '10.0.0',
  '10.0.0.256',
  '1::2::3',
  '',
  167_772_161,
];

export const NETWORKS: readonly string[] = [
  '10.0.0.0/8',
  '10.0.0.0/23',
  '10.0.0.1/32',
  '0.0.0.0/0',
  '192.168.0.0/16',
  '::/0',
  '::1/128',
  '2001:db8::/32',
  '2001:d00::/21',
  '::ffff:0:0/96',
];

export const MOMENTS: readonly Json[] = [
  '2024-12-30T23:59:59.999Z',
  '2024-12-31T00:00:00+09:00',
  '2025-01-01',
  '2025-01-05 10:07',
  '2024-02-29T10:07:00,123456-0530',
  '2023-02-29T00:00:00Z',
  '2025-06-15T24:00:00Z',
  '2025-06-15T10:60:00Z',
  '2021-01-03t10:00:00z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:30:00-01:00',
  '15/06/2025',
  1_735_689_600,
  1_735_689_600_123,
  '1735689600',
  1_735_689_600.5,
  -1,
  -0.5,
  0,
  99_999_999_999,
  100_000_000_000,
  1e300,
  'yesterday',
  '',
  true,
];
