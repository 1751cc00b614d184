import { badInput, type DwellError } from '@dwell/core';
import type { Query } from '@dwell/telemetry';
import type { HuntTable } from '../router/types.ts';

type FieldQuery = Extract<Query, { kind: 'field' }>;
type Value = Extract<FieldQuery['test'], { op: 'is' }>['value'];
type Column = HuntTable['columns'][number];

/** One line of a selection: the field with its modifiers, and a YAML scalar. */
export type SigmaItem = { key: string; scalar: string };

/** What Sigma cannot say, with another way to say it. */
export function cannotSay(what: string, column: number, todo: string): DwellError {
  return badInput('RULE_FROM_HUNT', what, `the query, column ${column}`, todo);
}

/** A text as a YAML scalar: quoted, so that nothing in it means anything. */
export function yamlText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)
    ? JSON.stringify(text)
    : `'${text.replaceAll("'", "''")}'`;
}

/**
 * A test of the query bar as lines of a Sigma selection that hold together; a range is two.
 * Errors: `QUERY_TEXT` for a value of the wrong kind, `RULE_FROM_HUNT` for what Sigma cannot say.
 */
export function sigmaItems(query: FieldQuery, column: Column): SigmaItem[] {
  const { test, column: at } = query;
  const { name, type } = column;
  if (type === 'time' || type === 'date') {
    throw cannotSay(
      `a rule cannot compare the moment in ${name}`,
      at,
      'leave it out: a deployed rule looks at what comes, and a backtest has a window of its own',
    );
  }
  if (test.op === 'is') return [isItem(column, test.value)];
  if (type !== 'integer') {
    throw cannotSay(
      `Sigma compares numbers, and ${name} is none`,
      at,
      type === 'ip' ? 'write networks, such as 10.0.0.0/8' : 'list the values, or use wildcards',
    );
  }
  if (test.op === 'range') {
    return [
      { key: `${name}|gte`, scalar: integerOf(name, test.from) },
      { key: `${name}|lte`, scalar: integerOf(name, test.to) },
    ];
  }
  const modifier = { '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' }[test.op];
  return [{ key: `${name}|${modifier}`, scalar: integerOf(name, test.value) }];
}

function isItem({ name, type }: Column, value: Value): SigmaItem {
  if (!value.quoted && value.text === '*') return { key: `${name}|exists`, scalar: 'true' };
  if (type === 'integer') return { key: name, scalar: integerOf(name, value) };
  if (type === 'boolean') return { key: name, scalar: booleanOf(name, value) };
  if (type === 'ip') {
    const network = /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(value.text);
    const address = /^(\d{1,3}|\*)(\.(\d{1,3}|\*)){0,3}$/.test(value.text);
    if (!network && !address)
      throw wrong(
        `"${value.text}" is no IPv4 address or network`,
        value,
        `write ${name}:10.0.0.0/8`,
      );
    return { key: network ? `${name}|cidr` : name, scalar: yamlText(value.text) };
  }
  return patternItem(name, value);
}

type Part = { text: string } | '*' | '?';

/** `*` at the ends become modifiers; those within stay what they are. */
function patternItem(name: string, value: Value): SigmaItem {
  const parts = value.quoted ? [{ text: value.text }] : patternParts(value.text);
  const first = parts[0] === '*';
  const last = parts.length > 1 && parts.at(-1) === '*';
  const inner = parts.slice(first ? 1 : 0, last ? -1 : undefined);
  const plain = inner.length === 1 && typeof inner[0] === 'object';
  if (plain && (first || last)) {
    const modifier = first && last ? 'contains' : first ? 'endswith' : 'startswith';
    return { key: `${name}|${modifier}`, scalar: yamlText(sigmaText(inner)) };
  }
  return { key: name, scalar: yamlText(sigmaText(parts)) };
}

function patternParts(text: string): Part[] {
  const parts: Part[] = [];
  for (const [, escaped, wild, plain] of text.matchAll(/\\(.)|([*?])|([^*?])/gsu)) {
    const last = parts.at(-1);
    if (wild !== undefined) parts.push(wild as '*' | '?');
    else if (typeof last === 'object') last.text += escaped ?? plain;
    else parts.push({ text: escaped ?? plain! });
  }
  return parts;
}

function sigmaText(parts: readonly Part[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : part.text.replaceAll(/[\\*?]/g, '\\$&')))
    .join('');
}

/** A bare word of the query bar as a Sigma keyword. */
export function keywordScalar(value: Value): string {
  return yamlText(sigmaText(value.quoted ? [{ text: value.text }] : patternParts(value.text)));
}

const wrong = (what: string, { column }: Value, todo: string) =>
  badInput('QUERY_TEXT', what, `the query, column ${column}`, todo);

function integerOf(name: string, value: Value): string {
  if (/^-?\d{1,15}$/.test(value.text)) return String(Number(value.text));
  throw wrong(`${name} is a whole number, "${value.text}" is not`, value, `write ${name}:123`);
}

function booleanOf(name: string, value: Value): string {
  const text = value.text.toLowerCase();
  if (text === 'true' || text === 'false') return text;
  throw wrong(`${name} is true or false`, value, `write ${name}:true`);
}
