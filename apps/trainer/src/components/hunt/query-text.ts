import type { Cell } from '@dwell/simulator/router';

/** A value as the query language reads it: bare when it is a plain word, quoted otherwise. */
export function quoteValue(value: Exclude<Cell, null>): string {
  const text = String(value);
  return /^[\p{L}\p{N}_.-]+$/u.test(text) && !/^(AND|OR|NOT)$/i.test(text)
    ? text
    : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** `field:value`, or `-field:value` to leave it out. Nothing recorded is `-field:*`. */
export function clause(field: string, value: Cell, exclude: boolean): string {
  if (value === null) return exclude ? `${field}:*` : `-${field}:*`;
  return `${exclude ? '-' : ''}${field}:${quoteValue(value)}`;
}

/** The query's parts at its top level, split at spaces outside quotes and brackets. */
export function splitQuery(query: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let depth = 0;
  for (let i = 0; i < query.length; i++) {
    const char = query[i]!;
    if (char === '\\' && quoted) {
      part += char + (query[i + 1] ?? '');
      i += 1;
      continue;
    }
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === '(') depth += 1;
    else if (!quoted && char === ')') depth -= 1;
    if (/\s/.test(char) && !quoted && depth === 0) {
      if (part) parts.push(part);
      part = '';
    } else part += char;
  }
  if (part) parts.push(part);
  return parts;
}

const opposite = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`);

/** The query with a clause added; a second click takes it away again, its opposite makes room for it. */
export function toggleClause(query: string, field: string, value: Cell, exclude: boolean): string {
  const wanted = clause(field, value, exclude);
  const parts = splitQuery(query);
  if (parts.includes(wanted)) return parts.filter((part) => part !== wanted).join(' ');
  return [...parts.filter((part) => part !== opposite(wanted)), wanted].join(' ');
}

/** Is the clause part of the query? */
export function hasClause(query: string, field: string, value: Cell, exclude: boolean): boolean {
  return splitQuery(query).includes(clause(field, value, exclude));
}
