import type { Expression, PatternPart, Test } from '@dwell/detection';
import { TABLES } from '@dwell/telemetry';

/** A condition of the query bar; `all` and `none` hold for every record and for no record. */
type Text = { text: string } | 'all' | 'none';
type Column = (typeof TABLES)[number]['columns'][number];

/**
 * A rule's condition in the words of the query bar. What the query bar cannot say is left out in such a
 * way that everything the rule finds is found, and perhaps more.
 */
export function queryText(expression: Expression, table: string): Text {
  const columns = TABLES.find(({ name }) => name === table)?.columns ?? [];
  return text(expression, new Map(columns.map((column) => [column.name, column])), true);
}

/** All of the conditions. */
export function allOf(of: readonly Text[]): Text {
  if (of.includes('none')) return 'none';
  const said = of.filter((each) => typeof each === 'object');
  if (said.length === 0) return 'all';
  return { text: said.map((each) => each.text).join(' ') };
}

/** Any of the conditions. */
export function anyOf(of: readonly Text[]): Text {
  if (of.includes('all')) return 'all';
  const said = of.filter((each) => typeof each === 'object').map((each) => each.text);
  const different = [...new Set(said)];
  if (different.length === 0) return 'none';
  if (different.length === 1) return { text: different[0]! };
  return { text: `(${different.map((each) => grouped(each)).join(' OR ')})` };
}

/** A field with exactly this text. */
export function fieldIs(name: string, value: string, table: string): Text {
  const column = TABLES.find((each) => each.name === table)?.columns.find(
    (each) => each.name === name,
  );
  if (!column) return 'none';
  return patternText(column, value === '' ? [] : [{ text: value }]) ?? 'all';
}

/** `wider`: what cannot be said holds for more; otherwise for less, as behind a NOT. */
function text(expression: Expression, columns: ReadonlyMap<string, Column>, wider: boolean): Text {
  const unsaid = wider ? 'all' : 'none';
  switch (expression.kind) {
    case 'always':
      return expression.value ? 'all' : 'none';
    case 'and':
      return allOf(expression.of.map((each) => text(each, columns, wider)));
    case 'or':
      return anyOf(expression.of.map((each) => text(each, columns, wider)));
    case 'not': {
      const inner = text(expression.of, columns, !wider);
      if (inner === 'all') return 'none';
      return inner === 'none' ? 'all' : { text: `NOT ${grouped(inner.text)}` };
    }
    case 'keyword':
      return expression.test.kind === 'pattern'
        ? (wordText(expression.test.parts) ?? unsaid)
        : unsaid;
    case 'field': {
      const column = columns.get(expression.field);
      if (!column) return expression.test.kind === 'null' ? 'all' : 'none';
      if (expression.test.kind === 'pattern' && expression.test.cased && !wider) return unsaid;
      return testText(column, expression.test) ?? unsaid;
    }
  }
}

/** Several terms side by side belong together. */
function grouped(said: string): string {
  return /^\(.*\)$|^\S+$/.test(said) && !/\) .*\(/.test(said) ? said : `(${said})`;
}

function testText(column: Column, test: Test): Text | null {
  const { name, type } = column;
  switch (test.kind) {
    case 'null':
      return { text: `NOT ${name}:*` };
    case 'exists':
      return { text: `${name}:*` };
    case 'cidr':
      return type === 'ip' && test.bytes.length === 4
        ? { text: `${name}:${test.bytes.join('.')}/${test.bits}` }
        : null;
    case 'compare': {
      if (type !== 'integer' || !Number.isSafeInteger(test.value)) return null;
      const sign = { gt: '>', gte: '>=', lt: '<', lte: '<=' }[test.op];
      return { text: `${name}:${sign}${test.value}` };
    }
    case 'pattern':
      return patternText(column, test.parts);
    default:
      return null;
  }
}

function patternText({ name, type }: Column, parts: readonly PatternPart[]): Text | null {
  const exact = parts.every((part) => typeof part === 'object')
    ? parts.map((part) => part.text).join('')
    : null;
  switch (type) {
    case 'integer':
      return exact !== null && /^-?\d{1,15}$/.test(exact) ? { text: `${name}:${exact}` } : null;
    case 'boolean':
      return exact === 'true' || exact === 'false' ? { text: `${name}:${exact}` } : null;
    case 'ip': {
      const wild = wildText(parts);
      return /^[\d.*]+$/.test(wild) ? { text: `${name}:${wild}` } : null;
    }
    case 'text':
      return { text: `${name}:${exact === null ? wildText(parts) : quoted(exact)}` };
    default:
      return null;
  }
}

/** A bare word is contained anywhere by itself. */
function wordText(parts: readonly PatternPart[]): Text | null {
  const inner = parts.slice(parts[0] === 'any' ? 1 : 0, parts.at(-1) === 'any' ? -1 : undefined);
  if (inner.length === 0) return null;
  const [only] = inner;
  if (inner.length === 1 && typeof only === 'object') return { text: quoted(only.text) };
  return { text: wildText(inner) };
}

const quoted = (value: string) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`;

function wildText(parts: readonly PatternPart[]): string {
  return parts
    .map((part) => {
      if (part === 'any') return '*';
      return part === 'one' ? '?' : part.text.replaceAll(/[\s()[\]"<>\\*?]/g, '\\$&');
    })
    .join('');
}
