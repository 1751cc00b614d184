import { inNetwork } from './address.ts';
import { base64Offsets, bytesOf, dashes, utf16 } from './encode.ts';
import { find, type JsonObject, numberIn, type Scalar, textsOf } from './event.ts';
import { momentIn, partOf } from './moment.ts';
import { foldPieces, jsRegex, literal, type Piece, pieces, wildMatch } from './text-match.ts';

/** What a rule asks of an event. */
export type Ask = (event: JsonObject) => boolean;
export type Placeholders = Readonly<Record<string, readonly string[]>>;

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  eq: (a, b) => a === b,
  neq: (a, b) => a !== b,
};
const PARTS = ['minute', 'hour', 'day', 'week', 'month', 'year'];
const WILD: Piece = { wild: '*' };

export function compare(op: string, a: number, b: number): boolean {
  return COMPARE[op]!(a, b);
}

/** `field|modifier|…` and its value or values, as a question to an event. */
export function fieldAsk(key: string, given: unknown, placeholders: Placeholders): Ask {
  const [field = '', ...modifiers] = key.split('|');
  const asks = (Array.isArray(given) ? given : [given]).map((value) =>
    valueAsk(field, modifiers, value as Scalar, placeholders),
  );
  const all = modifiers.includes('all');
  const together: Ask = (event) =>
    all ? asks.every((ask) => ask(event)) : asks.some((ask) => ask(event));
  return modifiers.includes('neq') ? (event) => !together(event) : together;
}

function valueAsk(
  field: string,
  modifiers: readonly string[],
  value: Scalar,
  placeholders: Placeholders,
): Ask {
  const anyValue = (test: (value: Scalar) => boolean): Ask => {
    return (event) => find(event, field).values.some(test);
  };
  if (modifiers.includes('exists')) return (event) => find(event, field).present === value;
  if (modifiers.includes('fieldref')) return fieldRefAsk(field, modifiers, String(value));
  const part = modifiers.find((modifier) => PARTS.includes(modifier));
  const op = modifiers.find((modifier) => modifier !== 'neq' && Object.hasOwn(COMPARE, modifier));
  if (part !== undefined) {
    return anyValue((found) => {
      const ms = momentIn(found);
      return ms !== null && compare(op ?? 'eq', partOf(ms, part), Number(value));
    });
  }
  if (op !== undefined) {
    return anyValue((found) => {
      const number = numberIn(found);
      return number !== null && compare(op, number, Number(value));
    });
  }
  if (value === null) {
    return (event) => !find(event, field).present || find(event, field).values.includes(null);
  }
  const test = textTest(modifiers, String(value), placeholders);
  return anyValue((found) => textsOf([found]).some(test));
}

function fieldRefAsk(field: string, modifiers: readonly string[], other: string): Ask {
  const cased = modifiers.includes('cased');
  const ready = (text: string) => (cased ? text : text.toLowerCase());
  return (event) =>
    textsOf(find(event, field).values).some((here) =>
      textsOf(find(event, other).values).some((there) => {
        const [a, b] = [ready(here), ready(there)];
        if (modifiers.includes('contains')) return a.includes(b);
        if (modifiers.includes('startswith')) return a.startsWith(b);
        if (modifiers.includes('endswith')) return a.endsWith(b);
        return a === b;
      }),
    );
}

/** The modifiers that make texts out of the rule's text, then the one that looks at the event's. */
export function textTest(
  modifiers: readonly string[],
  value: string,
  placeholders: Placeholders,
): (text: string) => boolean {
  if (modifiers.includes('re')) {
    const regex = jsRegex(value, modifiers.filter((name) => /^[ims]$/.test(name)).join(''));
    return (text) => regex.test(text);
  }
  if (modifiers.includes('cidr')) return (text) => inNetwork(text, value);
  const cased = modifiers.includes('cased');
  const patterns = patternsOf(modifiers, value, placeholders);
  const ready = cased ? patterns : patterns.map(foldPieces);
  return (text) => {
    const chars = Array.from(cased ? text : text.toLowerCase());
    return ready.some((pattern) => wildMatch(pattern, chars));
  };
}

function patternsOf(
  modifiers: readonly string[],
  value: string,
  placeholders: Placeholders,
): Piece[][] {
  let made = modifiers.includes('expand')
    ? expanded(value, placeholders).map(pieces)
    : [pieces(value)];
  let bytes = false;
  const encode = (make: (text: Buffer) => Buffer | string[]) => {
    made = made.flatMap((pattern) => {
      const texts = make(bytesOf(literal(pattern), bytes ? 'latin1' : 'utf8'));
      return Array.isArray(texts)
        ? texts.map((text) => Array.from(text))
        : [Array.from(texts.toString('latin1'))];
    });
    bytes = true;
  };
  for (const name of modifiers) {
    if (name === 'windash') {
      made = made.flatMap(dashes);
    } else if (name === 'base64') encode((text) => [text.toString('base64')]);
    else if (name === 'base64offset') encode(base64Offsets);
    else if (name === 'wide' || name === 'utf16le')
      encode((text) => utf16(text.toString(), 'le', false));
    else if (name === 'utf16be') encode((text) => utf16(text.toString(), 'be', false));
    else if (name === 'utf16') encode((text) => utf16(text.toString(), 'le', true));
    else if (name === 'startswith') made = made.map((pattern) => [...pattern, WILD]);
    else if (name === 'endswith') made = made.map((pattern) => [WILD, ...pattern]);
    else if (name === 'contains') made = made.map((pattern) => [WILD, ...pattern, WILD]);
  }
  return made;
}

/** Every text with `%name%` replaced by one of its values; `\%` is a plain percent sign. */
function expanded(text: string, placeholders: Placeholders): string[] {
  const match = /^((?:\\%|[^%])*)%([^%]+)%([\s\S]*)$/.exec(text);
  if (match === null) return [text.replaceAll('\\%', '%')];
  const [, before = '', name = '', after = ''] = match;
  const values = placeholders[name];
  if (values === undefined) throw new Error(`no placeholder ${name}`);
  return values.flatMap((value) =>
    expanded(after, placeholders).map((rest) => before.replaceAll('\\%', '%') + value + rest),
  );
}
