import * as fc from 'fast-check';
import { ALL_FIELDS, FIELDS } from './event.ts';
import { NETWORKS, TEXTS } from './pool.ts';
import { regexFlags, regexSource } from './regex.ts';
import { endValue, escapeSigma, partValue, patternValue } from './value.ts';

/** One line of a map in a rule: `field|modifiers` and its value or values. */
export type FieldItem = { key: string; value: unknown };

/** Names that `expand` may use, and their values (which may have wildcards). */
export const PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
  users: ['adm_1', 'ist*bul', '\u03a3'],
  none: [],
  one: ['a?b'],
};

const textField = fc.constantFrom(...FIELDS.text, 'n');
const several = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 2, arbitrary: value },
    { weight: 3, arbitrary: fc.array(value, { minLength: 1, maxLength: 3 }) },
  );

/** Puts `cased`, `all`, `neq` among other modifiers, where they are allowed. */
function item(
  field: fc.Arbitrary<string>,
  modifiers: fc.Arbitrary<readonly string[]>,
  value: fc.Arbitrary<unknown>,
  more: readonly string[] = [],
): fc.Arbitrary<FieldItem> {
  return fc
    .tuple(field, modifiers, value, fc.subarray([...more]), fc.nat({ max: 9 }))
    .map(([name, own, given, extra, dice]) => {
      const all = Array.isArray(given) && given.length > 1 && dice < 3 ? ['all'] : [];
      return { key: [name, ...own, ...extra, ...all].join('|'), value: given };
    });
}

const none = fc.constant<readonly string[]>([]);
const one = (...names: string[]) => fc.constantFrom(...names.map((name) => [name]));

const plain = item(textField, none, several(patternValue), ['cased', 'neq']);
const part = item(textField, one('contains'), several(partValue), ['cased', 'neq']);
const start = item(textField, one('startswith'), several(endValue(false)), ['cased', 'neq']);
const end = item(textField, one('endswith'), several(endValue(true)), ['cased', 'neq']);
const scalar = item(
  fc.constantFrom(...FIELDS.number, 'User', 'ip'),
  none,
  several(fc.constantFrom<unknown>(0, 1, 10, -3, 0.5, '10', '10.0', true, false, 'true', '')),
  ['neq'],
);
const nothing = item(fc.constantFrom(...ALL_FIELDS), none, fc.constantFrom(null, ''), ['neq']);
const presence = item(fc.constantFrom(...ALL_FIELDS), one('exists'), fc.boolean());
const dash = item(
  fc.constantFrom('cmd', 'User'),
  fc.constantFrom(
    ['windash'],
    ['windash', 'contains'],
    ['contains', 'windash'],
    ['windash', 'endswith'],
  ),
  several(fc.constantFrom('cmd -p x', ' /p', '-p', 'cmd \u2013p', '*-?', 'x-p', 'md \u2015p')),
  ['cased'],
);
const numeric = item(
  fc.constantFrom(...FIELDS.number, 'User'),
  one('lt', 'lte', 'gt', 'gte'),
  several(fc.constantFrom<unknown>(0, 1, 10, -3, 0.5, 2, 1e21, -0.5)),
);
const network = item(
  fc.constantFrom('ip', 'ip', 'User'),
  one('cidr'),
  several(fc.constantFrom(...NETWORKS)),
  ['neq'],
);
const expression = fc
  .tuple(
    fc.constantFrom('cmd', 'cmd', 'User', 'proc.name', 'n'),
    several(regexSource),
    regexFlags,
    fc.boolean(),
  )
  .map(([field, value, flags, neq]) => ({
    key: [field, 're', ...flags, ...(neq ? ['neq'] : [])].join('|'),
    value: value as unknown,
  }));
const literalText = fc
  .constantFrom(...TEXTS.filter((text) => Array.from(text).length > 1))
  .map(escapeSigma);
const encoded = item(
  fc.constantFrom('cmd', 'cmd', 'cmd', 'User'),
  fc.constantFrom(
    ['base64'],
    ['base64', 'contains'],
    ['base64offset', 'contains'],
    ['wide', 'base64offset', 'contains'],
    ['utf16le', 'base64', 'startswith'],
    ['utf16', 'base64'],
    ['utf16be', 'base64offset', 'contains'],
    ['wide'],
    ['wide', 'contains'],
  ),
  several(fc.oneof(fc.constantFrom('adm_1', 'cmd', 'cmd -p', '\u00e9t'), literalText)),
  ['cased', 'neq'],
);
const placeholder = item(
  textField,
  fc.constantFrom(['expand'], ['expand', 'contains'], ['expand', 'startswith']),
  several(fc.constantFrom('%users%', 'x%one%', '%one%', '100\\%', '%users%%one%', 'a\\%%users%')),
  ['cased'],
);
const reference = item(
  fc.constantFrom(...FIELDS.text, 'User', 'User', 'User', 'User', 'n'),
  fc.constantFrom(
    ['fieldref'],
    ['fieldref', 'startswith'],
    ['fieldref', 'endswith'],
    ['fieldref', 'contains'],
  ),
  fc.constantFrom(...ALL_FIELDS, ...Array<string>(6).fill('other'), 'User'),
  ['cased', 'neq'],
);
const timePart = fc.constantFrom<[string, number[]]>(
  ['minute', [7, 0, 59, 30]],
  ['hour', [10, 0, 15, 23]],
  ['day', [1, 30, 5, 29, 3]],
  ['week', [1, 9, 53, 52]],
  ['month', [1, 12, 2, 6]],
  ['year', [2024, 2025, 1970, 1, 9999]],
);
const moment = timePart.chain(([name, values]) =>
  fc
    .tuple(
      fc.constantFrom('when', 'when', 'n'),
      fc.constantFrom([name], [name], [name, 'gte'], [name, 'lt'], ['lte', name], [name, 'gt']),
      several(fc.constantFrom(...values, String(values[0]))),
      fc.constantFrom([], [], ['neq']),
    )
    .map(([field, own, value, more]): FieldItem => {
      return { key: [field, ...own, ...more].join('|'), value };
    }),
);

/** Any line of a map. Each kind that the specification has is among them. */
export const fieldItem: fc.Arbitrary<FieldItem> = fc.oneof(
  { weight: 5, arbitrary: plain },
  { weight: 4, arbitrary: part },
  { weight: 2, arbitrary: start },
  { weight: 2, arbitrary: end },
  { weight: 2, arbitrary: scalar },
  { weight: 2, arbitrary: nothing },
  { weight: 2, arbitrary: presence },
  { weight: 2, arbitrary: numeric },
  { weight: 2, arbitrary: network },
  { weight: 4, arbitrary: expression },
  { weight: 2, arbitrary: encoded },
  { weight: 1, arbitrary: dash },
  { weight: 1, arbitrary: placeholder },
  { weight: 3, arbitrary: reference },
  { weight: 2, arbitrary: moment },
);
