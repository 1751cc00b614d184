import type { CompareOp, TimePart } from '../ir/expression.ts';
import { didYouMean } from './closest.ts';
import type { Source } from './source.ts';

/** How a value is looked at; each modifier belongs to one or several of these. */
export type Mode = 'pattern' | 're' | 'cidr' | 'compare' | 'time' | 'exists' | 'fieldref';
export type Step = 'base64' | 'base64offset' | 'wide' | 'utf16' | 'utf16le' | 'utf16be' | 'windash';

/** What the modifiers of a key ask for together. */
export type Plan = {
  mode: Mode;
  all: boolean;
  neq: boolean;
  cased: boolean;
  expand: boolean;
  match: 'equals' | 'startswith' | 'endswith' | 'contains';
  /** Changes of a text, in their order. */
  steps: readonly Step[];
  /** Of `re`: a subset of `ims` in that order. */
  flags: string;
  op: CompareOp | 'eq';
  part: TimePart;
};

/** A modifier as written, with the place of its name in the key. */
export type Modifier = { name: string; index: number };
export type Key = { field: string; modifiers: Modifier[] };

const STEPS = ['base64', 'base64offset', 'wide', 'utf16', 'utf16le', 'utf16be', 'windash'];
const OPS = ['lt', 'lte', 'gt', 'gte'];
const PARTS = ['minute', 'hour', 'day', 'week', 'month', 'year'];
const MATCHES = ['startswith', 'endswith', 'contains'];
const FLAGS = ['i', 'm', 's'];
const ANY_MODE = ['all', 'neq', 'expand'];
/** Every modifier of Sigma 2.1.0. */
export const MODIFIERS: readonly string[] = [
  ...[...MATCHES, 'all', 'exists', 'cased', 'neq', 're', ...FLAGS, 'cidr', ...STEPS, ...OPS],
  ...[...PARTS, 'expand', 'fieldref'],
];

const ALLOWED: Readonly<Record<Mode, readonly string[]>> = {
  pattern: [...ANY_MODE, ...MATCHES, ...STEPS, 'cased'],
  re: [...ANY_MODE, 're', ...FLAGS],
  cidr: [...ANY_MODE, 'cidr'],
  compare: ['all', ...OPS],
  time: ['neq', ...PARTS, ...OPS],
  exists: ['exists'],
  fieldref: ['all', 'neq', 'cased', 'fieldref', ...MATCHES],
};

/** `Field|first|second` in its parts. */
export function splitKey(text: string): Key {
  const [field, ...names] = text.split('|');
  let index = field!.length + 1;
  const modifiers = names.map((name) => {
    const modifier = { name, index };
    index += name.length + 1;
    return modifier;
  });
  return { field: field!, modifiers };
}

/** What the modifiers mean together, or null when they are wrong; `at` gives the offset of one. */
export function planOf(key: Key, source: Source, at: (m: Modifier) => number): Plan | null {
  const { modifiers } = key;
  const names = modifiers.map((modifier) => modifier.name);
  const errors = source.errors;
  const error = (m: Modifier, message: string, hint: string) =>
    source.error(at(m), 'MODIFIER', message, hint);
  if (modifiers.length > MODIFIERS.length) {
    error(modifiers[0]!, 'too many modifiers', 'keep those that are needed');
    return null;
  }
  for (const [i, m] of modifiers.entries()) {
    if (!MODIFIERS.includes(m.name)) {
      const what = m.name === '' ? 'an empty modifier' : `there is no modifier "${m.name}"`;
      error(m, what, m.name === '' ? 'take the "|" out' : didYouMean(m.name, MODIFIERS));
    } else if (names.indexOf(m.name) < i) {
      error(m, `"${m.name}" stands twice`, 'keep one of them');
    } else if (FLAGS.includes(m.name) && !names.slice(0, i).includes('re')) {
      error(m, `"${m.name}" belongs after "re"`, `write |re|${m.name}`);
    }
  }
  if (source.errors > errors) return null;
  const mode = modeOf(names);
  for (const m of modifiers) {
    if (!ALLOWED[mode].includes(m.name)) error(m, ...clash(m.name, mode, names));
  }
  only(modifiers, MATCHES, 'contains is both startswith and endswith', error);
  only(modifiers, OPS, 'write a key for each bound', error);
  only(modifiers, PARTS, 'write a key for each part', error);
  if (source.errors > errors) return null;
  checkOrder(modifiers, error);
  if (source.errors > errors) return null;
  const offset = modifiers.find((m) => m.name === 'base64offset');
  if (offset && key.field !== '' && !names.includes('contains')) {
    const what = '"base64offset" gives parts of texts, which are seldom the whole value';
    source.warn(at(offset), 'MODIFIER', what, 'write |base64offset|contains');
  }
  return assemble(mode, names);
}

type Error = (m: Modifier, message: string, hint: string) => void;

function modeOf(names: readonly string[]): Mode {
  const has = (some: readonly string[]) => names.some((name) => some.includes(name));
  if (names.includes('exists')) return 'exists';
  if (names.includes('fieldref')) return 'fieldref';
  if (names.includes('re')) return 're';
  if (names.includes('cidr')) return 'cidr';
  if (has(PARTS)) return 'time';
  return has(OPS) ? 'compare' : 'pattern';
}

function clash(name: string, mode: Mode, names: readonly string[]): [string, string] {
  const other = names.find((each) => each !== name && !ALLOWED.pattern.includes(each)) ?? mode;
  const hints: { [name: string]: string } = {
    contains: 're looks anywhere unless ^ and $ tie it down',
    startswith: 'start the expression with ^',
    endswith: 'end the expression with $',
    cased: 're tells upper from lower case unless |re|i',
  };
  const hint = (mode === 're' && hints[name]) || `take "${name}" or "${other}" out`;
  return [`"${name}" does not go with "${other}"`, hint];
}

function only(list: readonly Modifier[], group: readonly string[], hint: string, error: Error) {
  const [first, second] = list.filter((m) => group.includes(m.name));
  if (second) error(second, `"${second.name}" does not go with "${first!.name}"`, hint);
}

/** Changes of a text come before what is put around it, dashes before encodings. */
function checkOrder(modifiers: readonly Modifier[], error: Error): void {
  let encoder = '';
  let match = '';
  for (const m of modifiers) {
    if (m.name === 'windash' && encoder !== '')
      error(m, `"windash" after "${encoder}" finds no dashes`, `write |windash|${encoder}`);
    else if (STEPS.includes(m.name) && m.name !== 'windash') {
      if (match !== '') error(m, `"${m.name}" after "${match}"`, `write |${m.name}|${match}`);
      if (encoder.startsWith('base64'))
        error(m, `"${m.name}" after "${encoder}"`, `write |${m.name}|${encoder}`);
      encoder = m.name;
    } else if (MATCHES.includes(m.name)) match = m.name;
  }
}

function assemble(mode: Mode, names: readonly string[]): Plan {
  const first = <T extends string>(group: readonly string[], otherwise: T) =>
    (names.find((name) => group.includes(name)) ?? otherwise) as T;
  return {
    mode,
    all: names.includes('all'),
    neq: names.includes('neq'),
    cased: names.includes('cased'),
    expand: names.includes('expand'),
    match: first<Plan['match']>(MATCHES, 'equals'),
    steps: names.filter((name) => STEPS.includes(name)) as Step[],
    flags: FLAGS.filter((flag) => names.includes(flag)).join(''),
    op: first<Plan['op']>(OPS, 'eq'),
    part: first<TimePart>(PARTS, 'minute'),
  };
}
